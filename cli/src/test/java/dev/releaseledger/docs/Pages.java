package dev.releaseledger.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The project's pages and sources, found from wherever the tests run. */
public final class Pages {

  private static final Path ROOT = root();

  private Pages() {}

  private static Path root() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("ledgerctl"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder above " + start + " has a file ledgerctl");
  }

  static Path at(String path) {
    return ROOT.resolve(path);
  }

  public static String text(String path) {
    return text(at(path));
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of a folder's pages, its index apart. */
  static SortedSet<String> namesIn(String folder) {
    try (Stream<Path> files = Files.list(at(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below some folders that is no product of a build. */
  static List<Path> filesBelow(Collection<String> folders, String nameEnd) {
    return folders.stream().flatMap(folder -> below(at(folder), nameEnd)).toList();
  }

  private static Stream<Path> below(Path folder, String nameEnd) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(nameEnd) && Files.isRegularFile(file))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .filter(file -> !ROOT.relativize(file).startsWith(".git"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the first group of a pattern finds in a text, in order of the alphabet. */
  static SortedSet<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The part of a page below a heading of the second level, up to the next one; or nothing. */
  static String section(String page, String heading) {
    String start = "\n## " + heading + "\n";
    int from = page.indexOf(start);
    if (from < 0) {
      return "";
    }
    int end = page.indexOf("\n## ", from + start.length());
    return page.substring(from + start.length(), end < 0 ? page.length() : end);
  }
}
