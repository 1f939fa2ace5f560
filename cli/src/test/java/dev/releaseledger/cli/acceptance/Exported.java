package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A service with a log of its own, whose evidence is written to files and verified without it. */
abstract class Exported extends Governed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static @Nullable LedgerUnderTest own;

  /** Another log than that of the other tests, whose events these would wait for. */
  @Override
  final LedgerUnderTest ledger() {
    synchronized (Exported.class) {
      LedgerUnderTest ledger = own;
      if (ledger == null) {
        ledger = LedgerUnderTest.with(Map.of("ledger.limits.calls", "0"));
        own = ledger;
      }
      return ledger;
    }
  }

  /** Exports evidence of production into a file. */
  final byte[] export(String file, String options) {
    ledgerctl("evidence export --env prod --output %s %s".formatted(file, options)).exits(0);
    return bytes(file);
  }

  /** Verifies a file with the trust file of the service. */
  final Outcome verified(String file, String options) {
    ledgerctl("evidence trust --output trust.json").exits(0);
    return ledgerctl("evidence verify %s --trust trust.json %s".formatted(file, options));
  }

  final byte[] bytes(String file) {
    try {
      return Files.readAllBytes(home.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SortedMap<String, byte[]> files(byte[] archive) {
    return switch (ArchiveReader.read(archive, ArchiveLimits.standard())) {
      case ArchiveReading.Opened(var files) -> files;
      case ArchiveReading.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  static String text(SortedMap<String, byte[]> files, String name) {
    byte[] content = files.get(name);
    assertThat(content).as(name).isNotNull();
    return new String(content, StandardCharsets.UTF_8);
  }

  static JsonNode predicate(SortedMap<String, byte[]> files) {
    try {
      return JSON.readTree(text(files, "statement.json")).path("predicate");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
