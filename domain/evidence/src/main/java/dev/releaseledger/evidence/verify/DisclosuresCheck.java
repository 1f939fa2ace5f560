package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Disclosures;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.Canonical;
import java.util.List;

/** Whether revealed texts open commitments that were made. */
record DisclosuresCheck(Course course, List<Entry> entries, Content content) {

  Passed<Boolean> of() {
    Disclosures revealed = Disclosures.read(content.get(Disclosures.NAME)).orThrow();
    for (RevealedText text : revealed.texts()) {
      Stop.unless(text.opens(), "a revealed text is not the one that was committed to");
      Stop.unless(isCommittedTo(text), "nothing commits to a revealed text: " + text.commitment());
    }
    return Passed.of(
        revealed.texts().size()
            + " texts; "
            + revealed.actors().size()
            + " names, which only the exporter vouches for");
  }

  private boolean isCommittedTo(RevealedText text) {
    String digest = "\"sha256:" + text.commitment().hex() + "\"";
    return course.said().change().reasonCommitment().map(text.commitment()::equals).orElse(false)
        || entries.stream().anyMatch(entry -> Canonical.text(entry.payload()).contains(digest));
  }
}
