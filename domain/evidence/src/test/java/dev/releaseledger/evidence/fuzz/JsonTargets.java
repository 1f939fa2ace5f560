package dev.releaseledger.evidence.fuzz;

import static dev.releaseledger.evidence.fuzz.Promise.answered;
import static dev.releaseledger.evidence.fuzz.Promise.oneSpelling;
import static dev.releaseledger.evidence.fuzz.Promise.settles;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.TestResult;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.attestation.VerificationResult;
import dev.releaseledger.evidence.attestation.release.SampleRelease;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.Disclosures;
import dev.releaseledger.evidence.bundle.LedgerPeriod;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parsers of JSON. */
final class JsonTargets {

  private static final TrustFile TRUST = SampleBundle.trust();
  private static final TrustedKeys ATTESTING = TrustedKeys.only(SampleBundle.ATTESTING.publicKey());

  private JsonTargets() {}

  static List<Target> all() {
    List<byte[]> bundles = Seeds.files("(release|period)\\.sigstore\\.json");
    return List.of(
        new Target("json", json(), JsonTargets::json),
        new Target(
            "envelope",
            Seeds.and(
                List.of(SampleBundle.of(SampleBundle.statement()).envelope().bytes()),
                "derived/dsse.json"),
            JsonTargets::envelope),
        new Target("sigstore", bundles, JsonTargets::bundle),
        new Target("statement", statements(), JsonTargets::statement),
        new Target("trust", trusts(), JsonTargets::trust),
        new Target(
            "leaf",
            Seeds.files(".*\\.leaf\\.json"),
            bytes -> oneSpelling(bytes, Leaf.parse(bytes), Leaf::bytes)),
        new Target(
            "manifest",
            Seeds.files("manifest\\.json"),
            bytes -> oneSpelling(bytes, Manifest.read(bytes), Manifest::bytes)),
        new Target(
            "disclosures",
            Seeds.files("disclosures\\.json"),
            bytes -> oneSpelling(bytes, Disclosures.read(bytes), Disclosures::bytes)));
  }

  private static void json(byte[] bytes) {
    settles(bytes, StrictJson::read, Canonical::bytes);
    oneSpelling(bytes, StrictJson.readCanonical(bytes), Canonical::bytes);
    answered(StrictJson.read(bytes))
        .ifPresent(value -> {
          Json again = StrictJson.read(Canonical.bytes(value)).orThrow();
          Promise.hold(again.equals(value), "written, and read as something else");
        });
  }

  private static void envelope(byte[] bytes) {
    settles(bytes, Envelope::read, Envelope::bytes);
    answered(Envelope.read(bytes))
        .ifPresent(envelope ->
            answered(ATTESTING.verify(envelope, Statement.PAYLOAD_TYPE))
                .ifPresent(verified ->
                    Promise.hold(
                        Arrays.equals(
                            verified.payload(),
                            SampleBundle.of(SampleBundle.statement()).envelope().payload()),
                        "another payload with the same signature")));
  }

  private static void bundle(byte[] bytes) {
    Read<SigstoreBundle> read = SigstoreBundle.read(bytes);
    oneSpelling(bytes, read, SigstoreBundle::bytes);
    answered(read).ifPresent(bundle -> answered(new BundleVerifier(TRUST).verify(bundle)));
  }

  private static void statement(byte[] bytes) {
    Read<Statement> read = Statement.read(bytes);
    oneSpelling(bytes, read, Statement::bytes);
    Optional<Statement> statement = answered(read);
    statement.ifPresent(said -> {
      same(said, SchemaRelease.read(said), value -> value.about(said.subjects()));
      same(said, LedgerPeriod.read(said), value -> value.about(said.subjects()));
      same(said, TestResult.read(said), value -> value.about(said.subjects()));
      same(said, VerificationResult.read(said), value -> value.about(said.subjects()));
    });
  }

  private static <T> void same(Statement said, Read<T> read, Function<T, Statement> written) {
    oneSpelling(said.bytes(), read, value -> written.apply(value).bytes());
  }

  private static void trust(byte[] bytes) {
    settles(bytes, TrustFile::read, TrustFile::bytes);
    answered(TrustFile.read(bytes))
        .ifPresent(trust -> {
          Promise.hold(
              trust.allowedSignersFile().lines().count() == trust.allowedSigners().size(),
              "a signer of more than a line");
          Promise.hold(trust.policy().isPresent() == trust.witnessPolicy().isPresent(), "a policy");
        });
  }

  private static List<byte[]> json() {
    return List.of(
        Seeds.text("{\"a\":[1,-0.5,1e21,true,null,\"\\u20ac\\ud83d\\ude00\"],\"b\":{}}"),
        Seeds.text("[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001]"),
        Seeds.text(" { \"x\" : [ ] } "),
        Seeds.files("manifest\\.json").getFirst());
  }

  private static List<byte[]> statements() {
    Statement bare = SampleRelease.bare().about(SampleBundle.statement().subjects());
    List<byte[]> statements = new ArrayList<>(Seeds.files("statement\\.json"));
    statements.add(bare.bytes());
    statements.add(SampleBundle.statement().bytes());
    return statements;
  }

  private static List<byte[]> trusts() {
    return List.of(TRUST.bytes(), Seeds.files("trust/trust\\.json").getFirst());
  }
}
