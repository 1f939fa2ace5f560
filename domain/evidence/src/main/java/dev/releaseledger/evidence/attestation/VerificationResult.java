package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.List;

/** Which properties a verifier found under which policies (in-toto, svr v0.2). */
public record VerificationResult(
    String verifierId, List<Policy> policies, Instant at, List<String> properties) {

  /** The predicate type. */
  public static final String TYPE = "https://in-toto.io/attestation/svr/v0.2";

  /** Keeps copies. */
  public VerificationResult {
    policies = List.copyOf(policies);
    properties = List.copyOf(properties);
  }

  /** A policy that was applied. */
  public record Policy(String uri, Sha256 digest) {

    private Json.Obj json() {
      return new Members()
          .put("digest", new Members().text("sha256", digest.hex()).built())
          .text("uri", uri)
          .built();
    }

    private static Policy of(Fields fields) {
      return new Policy(
          fields.text("uri"),
          fields.object("digest", digest -> Sha256.parseHex(digest.text("sha256"))));
    }
  }

  /** The statement that says this of the subjects. */
  public Statement about(List<Subject> subjects) {
    Json.Obj verifier =
        new Members().text("id", verifierId).list("policies", policies, Policy::json).built();
    return new Statement(
        subjects,
        TYPE,
        new Members()
            .texts("properties", properties)
            .instant("timeCreated", at)
            .put("verifier", verifier)
            .built());
  }

  /** What a statement of this type says. */
  public static Read<VerificationResult> read(Statement statement) {
    return PredicateOf.type(statement, TYPE, VerificationResult::of);
  }

  private static VerificationResult of(Fields fields) {
    record Verifier(String id, List<Policy> policies) {}
    Verifier verifier =
        fields.object(
            "verifier",
            inner -> new Verifier(inner.text("id"), inner.objects("policies", Policy::of)));
    return new VerificationResult(
        verifier.id(),
        verifier.policies(),
        fields.instant("timeCreated"),
        fields.texts("properties"));
  }
}
