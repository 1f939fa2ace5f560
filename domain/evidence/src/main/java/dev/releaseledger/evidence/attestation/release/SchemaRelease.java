package dev.releaseledger.evidence.attestation.release;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.PredicateOf;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * How a schema came to be the release of an environment: the predicate of the statement that is
 * signed, described field by field in docs/evidence/attestation.md.
 */
public record SchemaRelease(
    Release release,
    String environment,
    Optional<PreviousRelease> previousRelease,
    Change change,
    Requester requester,
    List<Approval> approvals,
    SeparationOfDuties separationOfDuties,
    List<TestRun> tests,
    Optional<Window> window,
    Apply apply,
    Verification verification,
    Rollback rollback,
    Gate gate,
    LogRange log) {

  /** The predicate type. */
  public static final String TYPE = "https://releaseledger.dev/attestation/schema-release/v1";

  /** Keeps copies. */
  public SchemaRelease {
    approvals = List.copyOf(approvals);
    tests = List.copyOf(tests);
  }

  /** The statement that says this of the subjects. */
  public Statement about(List<Subject> subjects) {
    return new Statement(subjects, TYPE, json());
  }

  /** What a statement of this type says. */
  public static Read<SchemaRelease> read(Statement statement) {
    return PredicateOf.type(statement, TYPE, SchemaRelease::of);
  }

  private Json.Obj json() {
    return new Members()
        .put("release", release.json())
        .text("environment", environment)
        .put("previousRelease", previousRelease, PreviousRelease::json)
        .put("change", change.json())
        .put("requester", requester.json())
        .list("approvals", approvals, Approval::json)
        .put("separationOfDuties", separationOfDuties.json())
        .list("tests", tests, TestRun::json)
        .put("window", window, Window::json)
        .put("apply", apply.json())
        .put("verification", verification.json())
        .put("rollback", rollback.json())
        .put("gate", gate.json())
        .put("log", log.json())
        .built();
  }

  private static SchemaRelease of(Fields fields) {
    return new SchemaRelease(
        fields.object("release", Release::of),
        fields.text("environment"),
        fields.optionalObject("previousRelease", PreviousRelease::of),
        fields.object("change", Change::of),
        fields.object("requester", Requester::of),
        fields.objects("approvals", Approval::of),
        fields.object("separationOfDuties", SeparationOfDuties::of),
        fields.objects("tests", TestRun::of),
        fields.optionalObject("window", Window::of),
        fields.object("apply", Apply::of),
        fields.object("verification", Verification::of),
        fields.object("rollback", Rollback::of),
        fields.object("gate", Gate::of),
        fields.object("log", LogRange::of));
  }

  /** What in it cannot be true together; nothing where all of it can. */
  public List<String> contradictions() {
    return new Contradictions(this).found();
  }
}
