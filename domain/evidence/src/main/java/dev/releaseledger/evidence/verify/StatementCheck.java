package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.bundle.LedgerPeriod;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.bundle.OtherStatements;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.sigstore.SigstoreBundle;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/** What is signed, by whom, and about which files. */
record StatementCheck(Content content) {

  Passed<BundleVerifier.Proven> signature(TrustFile trust, String name) {
    SigstoreBundle bundle = SigstoreBundle.read(content.get(name)).orThrow();
    Stop.unless(
        Arrays.equals(bundle.envelope().payload(), content.get(SignedDraft.STATEMENT)),
        SignedDraft.STATEMENT + " is not what is signed");
    BundleVerifier.Proven proven = new BundleVerifier(trust).verify(bundle).orThrow();
    String stamps =
        proven.stamps().isEmpty()
            ? "no time stamp"
            : "signed before " + proven.stamps().getFirst().latest();
    return new Passed<>(proven, stamps + ", logged in " + Shown.of(proven.checkpoint().origin()));
  }

  Passed<SchemaRelease> release(BundleVerifier.Proven proven) {
    Statement statement = proven.statement();
    Ed25519Key signer = proven.signer().key();
    SchemaRelease said = SchemaRelease.read(statement).orThrow();
    List<String> contradictions = said.contradictions();
    Stop.unless(contradictions.isEmpty(), String.join("; ", contradictions));
    others(said, signer);
    return new Passed<>(
        said,
        Shown.of(
            said.release().id() + " of " + said.release().project() + "/" + said.environment()));
  }

  /** What is said once more for other tools is the same, and signed with the same key. */
  private void others(SchemaRelease said, Ed25519Key signer) {
    List<String> there = content.in(OtherStatements.FOLDER);
    SortedMap<String, Statement> expected = OtherStatements.of(said);
    Stop.unless(
        there.isEmpty() || there.equals(List.copyOf(expected.keySet())),
        "other statements are there than those about the gate and the tests");
    for (String name : there) {
      byte[] payload =
          Envelope.read(content.get(name))
              .then(envelope ->
                  TrustedKeys.only(signer).verify(envelope, Statement.PAYLOAD_TYPE).orThrow())
              .orThrow()
              .payload();
      Stop.unless(
          Arrays.equals(payload, Objects.requireNonNull(expected.get(name)).bytes()),
          name + " says something else than the statement");
    }
  }

  Passed<LedgerPeriod> period(Statement statement) {
    LedgerPeriod said = LedgerPeriod.read(statement).orThrow();
    return new Passed<>(
        said,
        "sizes "
            + said.from().size()
            + " to "
            + said.to().size()
            + " of "
            + Shown.of(said.origin()));
  }

  Passed<Boolean> subjects(Statement statement) {
    for (Subject subject : statement.subjects()) {
      Stop.unless(
          content
              .find(subject.name())
              .map(file -> Sha256.of(file).equals(subject.digest()))
              .orElse(false),
          "the subject " + Shown.of(subject.name()) + " is no file of the bundle");
    }
    for (String name : content.files().keySet()) {
      boolean needed = name.equals(Manifest.NAME) || isSubjectByRole(name);
      Stop.unless(!needed || statement.subject(name).isPresent(), name + " is no subject");
    }
    return Passed.of(Amounts.of(statement.subjects().size(), "subject"));
  }

  private static boolean isSubjectByRole(String name) {
    return Arrays.stream(ArtifactRole.values())
        .filter(ArtifactRole::isSubject)
        .anyMatch(role -> name.startsWith(BundledArtifact.FOLDER + role.folder() + "/"));
  }
}
