package dev.releaseledger.evidence;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Public test vectors, where they are at hand; a test without them is skipped. */
public final class Vectors {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Vectors() {}

  /** A file or folder among the vectors. */
  public static Path at(String name) {
    Path folder = folder();
    assumeThat(Files.isDirectory(folder)).as("the vectors are at hand: " + folder).isTrue();
    return folder.resolve(name);
  }

  /** Where they are, if they are. */
  public static Path folder() {
    String given = System.getenv("LEDGER_SHARED_DIR");
    return (given == null ? Path.of("../../../shared") : Path.of(given)).resolve("vectors");
  }

  /** The content of a JSON file. */
  public static JsonNode json(String name) throws IOException {
    return MAPPER.readTree(Files.readAllBytes(at(name)));
  }

  /** The elements of an array in a JSON file. */
  public static List<JsonNode> cases(String name, String member) throws IOException {
    return StreamSupport.stream(json(name).get(member).spliterator(), false).toList();
  }

  /** Every file below a folder, in the order of their names. */
  public static List<JsonNode> files(String folder) throws IOException {
    try (Stream<Path> walked = Files.walk(at(folder))) {
      List<Path> files = walked.filter(Files::isRegularFile).sorted().toList();
      return files.stream().map(Vectors::parsed).toList();
    }
  }

  private static JsonNode parsed(Path file) {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bytes that a member says in hexadecimal. */
  public static byte[] hex(JsonNode node, String member) {
    return HexFormat.of().parseHex(node.get(member).asText());
  }
}
