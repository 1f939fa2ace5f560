package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The files of a bundle, by their names. */
record Content(SortedMap<String, byte[]> files) {

  Optional<byte[]> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  byte[] get(String name) {
    return find(name).orElseThrow(() -> Stop.failed("there is no " + name));
  }

  List<String> in(String folder) {
    return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
  }

  /** What the bundle says it is. */
  Optional<BundleKind> kind() {
    return find(Manifest.NAME)
        .flatMap(file ->
            Manifest.read(file) instanceof Read.Good<Manifest>(Manifest manifest)
                ? Optional.of(manifest.kind())
                : Optional.empty());
  }

  /** The anchors, in the order of their folders. */
  List<Anchor> anchors() {
    List<Anchor> anchors = new ArrayList<>();
    for (String name : in(Anchor.FOLDER)) {
      if (name.endsWith("/" + Anchor.ABOUT)) {
        String folder = name.substring(0, name.length() - Anchor.ABOUT.length());
        byte[] checkpoint = get(folder + Anchor.CHECKPOINT);
        anchors.add(Anchor.read(get(name), checkpoint, get(folder + Anchor.RECEIPT)).orThrow());
      }
    }
    Stop.unless(
        in(Anchor.FOLDER).size() == 3 * anchors.size(),
        "an anchor says what it is, and has a checkpoint and a receipt");
    return anchors;
  }

  /** The proof that a tree of one size goes on from that of another, where there is one. */
  Optional<ConsistencyProof> consistency(long from, long to) {
    return find(Continuation.path(from, to))
        .map(file -> Continuation.read(file).orThrow())
        .filter(proof -> proof.from() == from && proof.to() == to);
  }
}
