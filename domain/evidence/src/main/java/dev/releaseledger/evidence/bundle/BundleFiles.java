package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers the files of a bundle, and what each is worth. */
final class BundleFiles {

  private final SortedMap<String, byte[]> contents = new TreeMap<>();
  private final Map<String, Standing> standings = new TreeMap<>();

  BundleFiles put(String name, Standing standing, byte[] content) {
    if (contents.put(name, content.clone()) != null) {
      throw new Malformed("two files of a bundle would be " + name);
    }
    standings.put(name, standing);
    return this;
  }

  void putCheckpoint(Note checkpoint) {
    put(Places.CHECKPOINT, Standing.AUTHORITATIVE, checkpoint.bytes());
  }

  void putAnchors(List<Anchor> anchors) {
    int number = 1;
    for (Anchor anchor : anchors) {
      String folder = String.format("%s%04d/", Anchor.FOLDER, number++);
      put(folder + Anchor.ABOUT, Standing.AUTHORITATIVE, anchor.about());
      put(folder + Anchor.CHECKPOINT, Standing.AUTHORITATIVE, anchor.checkpoint());
      put(folder + Anchor.RECEIPT, Standing.AUTHORITATIVE, anchor.receipt());
    }
  }

  void putConsistency(List<ConsistencyProof> proofs) {
    for (ConsistencyProof proof : proofs) {
      put(
          Continuation.path(proof.from(), proof.to()),
          Standing.AUTHORITATIVE,
          Continuation.bytes(proof));
    }
  }

  void putBeside(List<View> views, byte[] trust, String readme) {
    views.forEach(view -> put(view.name(), Standing.DERIVED, view.content()));
    put(Places.TRUST, Standing.CONVENIENCE, trust);
    put(Places.README, Standing.CONVENIENCE, readme.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the gathering: the manifest lists all files so far, and is one itself. */
  Manifest putManifest(BundleKind kind) {
    List<ManifestEntry> entries = new ArrayList<>();
    standings.forEach((name, standing) ->
        entries.add(new ManifestEntry(name, Sha256.of(content(name)), standing)));
    Manifest manifest = new Manifest(kind, entries);
    put(Manifest.NAME, Standing.AUTHORITATIVE, manifest.bytes());
    return manifest;
  }

  Subject subject(String name) {
    return Subject.of(name, content(name));
  }

  SortedMap<String, byte[]> contents() {
    return contents;
  }

  private byte[] content(String name) {
    byte[] content = contents.get(name);
    if (content == null) {
      throw new IllegalStateException("no file " + name);
    }
    return content;
  }
}
