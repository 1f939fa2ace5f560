package dev.releaseledger.evidence.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Inputs to go out from: the files of the sample bundles, and public vectors where at hand. */
final class Seeds {

  /** The bundle of a release. */
  static final byte[] RELEASE = new SampleEvidence().bundle();

  /** The bundle of a period. */
  static final byte[] PERIOD = new SamplePeriod().bundle();

  private static final int MOST_OF_A_FILE = 60;

  private Seeds() {}

  static SortedMap<String, byte[]> filesOf(byte[] bundle) {
    return switch (ArchiveReader.read(bundle, ArchiveLimits.standard())) {
      case ArchiveReading.Opened(var files) -> files;
      case ArchiveReading.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  /** The files of both bundles whose names match. */
  static List<byte[]> files(String names) {
    Pattern pattern = Pattern.compile(names);
    List<byte[]> found =
        Stream.of(RELEASE, PERIOD)
            .flatMap(bundle -> filesOf(bundle).entrySet().stream())
            .filter(file -> pattern.matcher(file.getKey()).matches())
            .map(Map.Entry::getValue)
            .toList();
    Promise.hold(!found.isEmpty(), "no file is called " + names);
    return found;
  }

  /** These, and some of the texts in a file of vectors. */
  static List<byte[]> and(List<byte[]> seeds, String vectors) {
    List<byte[]> all = new ArrayList<>();
    if (Files.isDirectory(Vectors.folder())) {
      try {
        texts(Vectors.json(vectors), all);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Collections.shuffle(all, new Random(vectors.hashCode()));
    }
    return Stream.concat(seeds.stream(), all.stream().limit(MOST_OF_A_FILE)).toList();
  }

  static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static void texts(JsonNode node, List<byte[]> into) {
    if (node.isTextual()) {
      into.add(text(node.asText()));
    }
    node.forEach(child -> texts(child, into));
  }
}
