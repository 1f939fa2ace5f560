package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.PredicateOf;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Optional;

/** What is signed of a period: between which checkpoints, and how much there is in it. */
public record LedgerPeriod(
    String origin, Edge from, Edge to, long releases, long exceptions, Optional<Sample> sample) {

  /** The predicate type. */
  public static final String TYPE = "https://releaseledger.dev/attestation/ledger-period/v1";

  /** Refuses a period that ends before it starts. */
  public LedgerPeriod {
    if (from.size() >= to.size()) {
      throw new Malformed("a period from size " + from.size() + " to " + to.size());
    }
  }

  /** A checkpoint by its size and root. */
  public record Edge(long size, Sha256 root) {
    private Json.Obj json() {
      return new Members().integer("size", size).digest("root", root).built();
    }

    private static Edge of(Fields fields) {
      return new Edge(fields.count("size"), fields.digest("root"));
    }
  }

  /** The statement that says this of the subjects. */
  public Statement about(List<Subject> subjects) {
    return new Statement(
        subjects,
        TYPE,
        new Members()
            .text("origin", origin)
            .put("from", from.json())
            .put("to", to.json())
            .integer("releases", releases)
            .integer("exceptions", exceptions)
            .put("sample", sample, Sample::json)
            .built());
  }

  /** What a statement of this type says. */
  public static Read<LedgerPeriod> read(Statement statement) {
    return PredicateOf.type(statement, TYPE, LedgerPeriod::of);
  }

  private static LedgerPeriod of(Fields fields) {
    return new LedgerPeriod(
        fields.text("origin"),
        fields.object("from", Edge::of),
        fields.object("to", Edge::of),
        fields.count("releases"),
        fields.count("exceptions"),
        fields.optionalObject("sample", Sample::of));
  }
}
