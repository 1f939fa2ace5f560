package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Files with canonical JSON on each line, which ends with a newline; such JSON has none in it. */
final class JsonLines {

  private JsonLines() {}

  static byte[] of(List<byte[]> lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
      file.write('\n');
    }
    return file.toByteArray();
  }

  static <T> byte[] of(List<T> values, Function<T, Json.Obj> written) {
    return of(values.stream().map(value -> Canonical.bytes(written.apply(value))).toList());
  }

  static List<byte[]> split(byte[] file) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int at = 0; at < file.length; at++) {
      if (file[at] == '\n') {
        lines.add(Arrays.copyOfRange(file, start, at));
        start = at + 1;
      }
    }
    if (start != file.length) {
      throw new Malformed("the last line has no newline");
    }
    return lines;
  }

  static <T> List<T> read(byte[] file, Function<Fields, T> reader) {
    return split(file).stream()
        .map(line -> Fields.of(StrictJson.readCanonical(line).orThrow(), reader))
        .toList();
  }
}
