package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.bundle.EventFiles;
import dev.releaseledger.evidence.bundle.Places;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LeafKind;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/** The events of a release: that each is in the log, and that its bytes are what its leaf names. */
record EventFilesCheck(Content content) {

  /** The indexes of the events, in the order of their numbers. */
  Passed<List<Long>> inclusion(Checkpoint checkpoint) {
    int count = count();
    String written = Utf8.decode(content.get(Places.CHECKPOINT));
    List<Long> indexes = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      EventFiles names = EventFiles.of(number);
      TlogProof proof = TlogProof.parse(content.get(names.proof())).orThrow();
      Stop.unless(proof.checkpoint().equals(written), names.proof() + " is for another checkpoint");
      InclusionProof inclusion = new InclusionProof(proof.index(), checkpoint.size(), proof.path());
      byte[] leaf = content.get(names.leaf());
      if (inclusion.verify(MerkleHash.leaf(leaf), checkpoint.root())
          instanceof Verdict.Fails(String reason)) {
        throw Stop.failed(names.proof() + ": " + reason);
      }
      indexes.add(proof.index());
    }
    return new Passed<>(indexes, Amounts.of(count, "event"));
  }

  /** The events, in the order of their numbers. */
  Passed<List<Entry>> content(List<Long> indexes) {
    List<Entry> entries = new ArrayList<>();
    for (int number = 1; number <= indexes.size(); number++) {
      EventFiles names = EventFiles.of(number);
      Leaf leaf = Leaf.parse(content.get(names.leaf())).orThrow();
      Stop.unless(leaf.kind() == LeafKind.EVENT, names.leaf() + " is not that of an event");
      byte[] payload = content.get(names.payload());
      Stop.unless(
          Sha256.of(payload).equals(leaf.payload()), names.payload() + " is not what was logged");
      Stop.unless(
          Sha256.of(content.get(names.metadata())).equals(leaf.metadata()),
          names.metadata() + " is not what was logged");
      entries.add(
          new Entry(indexes.get(number - 1), leaf, StrictJson.readObject(payload).orThrow()));
    }
    return new Passed<>(entries, "payload and metadata of " + Amounts.of(entries.size(), "event"));
  }

  private int count() {
    int count =
        (int)
            content.in(EventFiles.FOLDER).stream()
                .filter(name -> name.endsWith(EventFiles.LEAF))
                .count();
    Stop.unless(count > 0, "there are no events");
    Stop.unless(
        content.in(EventFiles.FOLDER).size() == 3 * count
            && content.in(EventFiles.PROOFS).size() == count,
        "an event has a leaf, a payload, metadata and a proof");
    return count;
  }
}
