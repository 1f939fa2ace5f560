package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.Frontier;
import java.util.List;

/** Where the files are that only the bundle of a period has, and how they are read. */
public final class PeriodFiles {

  /** The checkpoint from which on everything is in the bundle. */
  public static final String FROM = "from.checkpoint";

  /** What the tree of that checkpoint is gone on with from. */
  public static final String FRONTIER = "frontier";

  /** Every leaf, one a line. */
  public static final String LEAVES = "leaves.jsonl";

  /** Stored bytes of events, one event a line. */
  public static final String EVENTS = "events.jsonl";

  /** Events before the first checkpoint, with proofs, one event a line. */
  public static final String EARLIER = "earlier.jsonl";

  /** A row for each release. */
  public static final String RELEASES = "releases.csv";

  /** A row for each exception. */
  public static final String EXCEPTIONS = "exceptions.csv";

  /** The exceptions for machines. */
  public static final String EXCEPTIONS_JSON = "exceptions.json";

  /** The releases that were drawn. */
  public static final String SAMPLE = "sample.csv";

  private PeriodFiles() {}

  /** The leaves of a file. */
  public static Read<List<byte[]>> leaves(byte[] file) {
    return Read.of(() -> JsonLines.split(file));
  }

  /** The stored events of a file. */
  public static Read<List<StoredEvent>> events(byte[] file) {
    return Read.of(() -> JsonLines.read(file, StoredEvent::of));
  }

  /** The earlier events of a file. */
  public static Read<List<LoggedEvent>> earlier(byte[] file) {
    return Read.of(() -> JsonLines.read(file, PeriodFiles::logged));
  }

  /** The tree of this size, to be gone on with. */
  public static Read<Frontier> frontier(byte[] file, long size) {
    return Read.of(() -> FrontierFile.read(file, size));
  }

  static Json.Obj json(LoggedEvent event) {
    return new Members()
        .text("index", Long.toString(event.index()))
        .text("leaf", Base64Text.of(event.leaf()))
        .text("metadata", Base64Text.of(event.metadata()))
        .texts("path", event.path().stream().map(Sha256::base64).toList())
        .text("payload", Base64Text.of(event.payload()))
        .built();
  }

  private static LoggedEvent logged(Fields fields) {
    return new LoggedEvent(
        Decimal.parse(fields.text("index")),
        Base64Text.decode(fields.text("leaf")),
        Base64Text.decode(fields.text("payload")),
        Base64Text.decode(fields.text("metadata")),
        fields.texts("path").stream().map(Sha256::parseBase64).toList());
  }
}
