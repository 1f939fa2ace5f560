package dev.releaseledger.sources;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The one format of the Java sources under a project's directory: google-java-format's. */
record SourceFormat(Path project) {

  private static final Formatter FORMATTER = new Formatter();

  /** Every Java source of every module, in path order. */
  List<Path> files() throws IOException {
    try (Stream<Path> directories =
        Files.find(project, 3, (path, attributes) -> path.endsWith("src"))) {
      return directories
          .filter(Files::isDirectory)
          .flatMap(SourceFormat::sourcesUnder)
          .sorted()
          .toList();
    }
  }

  /** The files that are not as the formatter would write them, or cannot be parsed. */
  List<Path> unformatted() throws IOException {
    return files().parallelStream().filter(file -> !isFormatted(file)).toList();
  }

  /** Rewrites a file as the formatter would. */
  static void rewrite(Path file) throws IOException, FormatterException {
    Files.writeString(file, formatted(Files.readString(file)));
  }

  /** The text with its imports sorted, the unused ones gone, and everything laid out. */
  static String formatted(String source) throws FormatterException {
    return FORMATTER.formatSourceAndFixImports(source);
  }

  private static boolean isFormatted(Path file) {
    try {
      String source = Files.readString(file);
      return formatted(source).equals(source);
    } catch (FormatterException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> sourcesUnder(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
