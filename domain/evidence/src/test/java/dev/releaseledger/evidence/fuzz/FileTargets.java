package dev.releaseledger.evidence.fuzz;

import static dev.releaseledger.evidence.fuzz.Promise.answered;
import static dev.releaseledger.evidence.fuzz.Promise.hold;
import static dev.releaseledger.evidence.fuzz.Promise.oneSpelling;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.archive.ArchiveWriter;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.log.EntryBundle;
import dev.releaseledger.evidence.merkle.Tile;
import dev.releaseledger.evidence.merkle.TileId;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import dev.releaseledger.evidence.timestamp.TimestampAnswer;
import dev.releaseledger.evidence.timestamp.TimestampRequest;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import dev.releaseledger.evidence.verify.EvidenceVerifier;
import dev.releaseledger.evidence.verify.Finding;
import dev.releaseledger.evidence.verify.Held;
import dev.releaseledger.evidence.verify.Outcome;
import dev.releaseledger.evidence.verify.Report;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parsers of bytes, and the verifier over all of them. */
final class FileTargets {

  private static final SigstoreBundle STAMPED = SampleBundle.of(SampleBundle.statement());
  private static final TimestampVerifier STAMPS =
      new TimestampVerifier(SampleBundle.trust().timestampAuthorities());
  private static final TimestampRequest ASKED =
      new TimestampRequest(STAMPED.signature().signature(), BigInteger.valueOf(7));
  private static final EvidenceVerifier VERIFIER =
      new EvidenceVerifier(SampleEvidence.trust(), Optional.empty());
  private static final SortedMap<String, byte[]> RELEASE = Seeds.filesOf(Seeds.RELEASE);
  private static final SortedMap<String, byte[]> PERIOD = Seeds.filesOf(Seeds.PERIOD);

  private FileTargets() {}

  static List<Target> all() {
    return List.of(
        new Target("zip", zips(), FileTargets::zip),
        new Target("tile", tiles(), FileTargets::tile),
        new Target("stamp", List.of(STAMPED.timestamps().getFirst()), FileTargets::stamp),
        new Target(
            "period-files",
            Seeds.files("leaves\\.jsonl|e.*\\.jsonl|frontier"),
            bytes -> {
              answered(PeriodFiles.leaves(bytes));
              answered(PeriodFiles.events(bytes));
              answered(PeriodFiles.earlier(bytes));
              answered(PeriodFiles.frontier(bytes, 9));
            }),
        new Target("held", Seeds.files("checkpoint"), FileTargets::held),
        new Target("release-bundle", numbered(RELEASE), bytes -> verified(bytes, RELEASE)),
        new Target("period-bundle", numbered(PERIOD), bytes -> verified(bytes, PERIOD)));
  }

  private static void zip(byte[] bytes) {
    switch (ArchiveReader.read(bytes, ArchiveLimits.standard())) {
      case ArchiveReading.Opened(var files) ->
          hold(Arrays.equals(bytes, ArchiveWriter.write(files)), "read, and written otherwise");
      case ArchiveReading.Refused refused -> Promise.showable(refused.sentence());
    }
  }

  /** A path, a newline and the content. */
  private static void tile(byte[] bytes) {
    int line = 0;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    byte[] path = Arrays.copyOf(bytes, line);
    byte[] content = Arrays.copyOfRange(bytes, Math.min(line + 1, bytes.length), bytes.length);
    Read<TileId> id = Read.of(() -> Utf8.decode(path)).then(text -> TileId.parse(text).orThrow());
    oneSpelling(path, id, tile -> tile.path().getBytes(StandardCharsets.UTF_8));
    answered(id).ifPresent(tile -> oneSpelling(content, Tile.parse(tile, content), Tile::bytes));
    for (int width = 1; width <= 3; width++) {
      oneSpelling(content, EntryBundle.parse(content, width), EntryBundle::bytes);
    }
  }

  /** A certificate that the trust has too may be left out, so that a stamp has two forms. */
  private static void stamp(byte[] bytes) {
    switch (STAMPS.verify(bytes, ASKED.message())) {
      case TimestampVerdict.Refused refused -> Promise.showable(refused.sentence());
      case TimestampVerdict.Valid valid -> stampedThen(valid);
    }
    switch (STAMPS.accept(bytes, ASKED)) {
      case TimestampAnswer.Refused refused -> Promise.showable(refused.verdict().sentence());
      case TimestampAnswer.Accepted(byte[] stored, TimestampVerdict.Valid valid) -> {
        stampedThen(valid);
        hold(stored.length <= bytes.length, "more is stored than was received");
        hold(STAMPS.verify(stored, ASKED.message()).equals(valid), "stored, and worth less");
      }
    }
  }

  private static void stampedThen(TimestampVerdict.Valid valid) {
    hold(valid.at().equals(SampleBundle.STAMPED), "stamped at " + valid.at());
  }

  private static void held(byte[] bytes) {
    answered(Held.read(bytes, SampleEvidence.trust()));
  }

  /** A byte that says which file of the bundle is replaced, and what by. */
  private static void verified(byte[] bytes, SortedMap<String, byte[]> files) {
    if (bytes.length == 0) {
      return;
    }
    List<String> names = List.copyOf(files.keySet());
    String name = names.get(Math.floorMod(bytes[0], names.size()));
    byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
    SortedMap<String, byte[]> edited = new TreeMap<>(files);
    byte[] before = edited.put(name, content);
    Report report = VERIFIER.verify(ArchiveWriter.write(edited));
    report.findings().stream().map(Finding::detail).forEach(Promise::showable);
    Outcome expected = Arrays.equals(before, content) ? Outcome.VERIFIED : Outcome.FAILED;
    hold(report.outcome() == expected, name + " was edited: " + report.outcome());
  }

  private static List<byte[]> numbered(SortedMap<String, byte[]> files) {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] content : files.values()) {
      byte[] seed = new byte[content.length + 1];
      seed[0] = (byte) seeds.size();
      System.arraycopy(content, 0, seed, 1, content.length);
      seeds.add(seed);
    }
    return seeds;
  }

  private static List<byte[]> zips() {
    return List.of(
        ArchiveWriter.write(Map.of("a/b", new byte[3], "c", new byte[9])),
        ArchiveWriter.write(Map.of()),
        Seeds.RELEASE);
  }

  private static List<byte[]> tiles() {
    byte[] tile = Arrays.copyOf(Seeds.text("tile/0/x001/067.p/3\n"), 20 + 3 * 32);
    byte[] full = Arrays.copyOf(Seeds.text("tile/1/000\n"), 11 + 256 * 32);
    byte[] entries = Seeds.text("tile/0/000.p/1\n\0\2ab\0\1c");
    return List.of(tile, full, entries);
  }
}
