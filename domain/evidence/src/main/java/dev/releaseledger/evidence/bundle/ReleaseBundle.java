package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.log.TlogProof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the evidence of a release, described in docs/evidence/bundle.md. */
public final class ReleaseBundle {

  private ReleaseBundle() {}

  /** Lays out the files and signs the statement about them. */
  public static SignedDraft draft(ReleaseEvidence evidence, Ed25519Secret secret) {
    BundleFiles files = new BundleFiles();
    List<String> subjects = new ArrayList<>();
    for (BundledArtifact artifact : evidence.artifacts()) {
      files.put(artifact.path(), Standing.AUTHORITATIVE, artifact.content());
      if (artifact.role().isSubject()) {
        subjects.add(artifact.path());
      }
    }
    putEvents(evidence, files);
    files.putCheckpoint(evidence.checkpoint());
    files.putAnchors(evidence.anchors());
    files.putConsistency(evidence.consistency());
    files.put(Disclosures.NAME, Standing.AUTHORITATIVE, evidence.disclosures().bytes());
    OtherStatements.signed(evidence.said(), secret)
        .forEach((name, content) -> files.put(name, Standing.DERIVED, content));
    files.putBeside(evidence.views(), evidence.trust(), Readme.of(BundleKind.RELEASE));
    files.putManifest(BundleKind.RELEASE);
    subjects.add(Manifest.NAME);
    List<Subject> about = subjects.stream().sorted().map(files::subject).toList();
    Statement statement = evidence.said().about(about);
    return new SignedDraft(BundleKind.RELEASE, files.contents(), statement, secret);
  }

  private static void putEvents(ReleaseEvidence evidence, BundleFiles files) {
    List<LoggedEvent> inOrder =
        evidence.events().stream().sorted(Comparator.comparingLong(LoggedEvent::index)).toList();
    int number = 1;
    for (LoggedEvent event : inOrder) {
      EventFiles names = EventFiles.of(number++);
      TlogProof proof =
          new TlogProof("", event.index(), event.path(), evidence.checkpoint().written());
      files
          .put(names.leaf(), Standing.AUTHORITATIVE, event.leaf())
          .put(names.payload(), Standing.AUTHORITATIVE, event.payload())
          .put(names.metadata(), Standing.AUTHORITATIVE, event.metadata())
          .put(names.proof(), Standing.AUTHORITATIVE, proof.bytes());
    }
  }
}
