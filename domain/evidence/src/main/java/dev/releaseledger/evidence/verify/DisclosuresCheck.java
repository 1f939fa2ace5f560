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
    List<String> payloads = entries.stream().map(entry -> Canonical.text(entry.payload())).toList();
    for (RevealedText text : revealed.texts()) {
      Stop.unless(text.opens(), "a revealed text is not the one that was committed to");
      Stop.unless(
          isCommittedTo(text, payloads),
          "nothing commits to a revealed text: " + text.commitment());
    }
    return Passed.of(
        Amounts.of(revealed.texts().size(), "text")
            + "; "
            + Amounts.of(revealed.actors().size(), "name")
            + (revealed.actors().isEmpty() ? "" : ", which only the exporter vouches for"));
  }

  private boolean isCommittedTo(RevealedText text, List<String> payloads) {
    String digest = "{\"salted\":\"sha256:" + text.commitment().hex() + "\"}";
    return course.said().change().reasonCommitment().map(text.commitment()::equals).orElse(false)
        || payloads.stream().anyMatch(payload -> payload.contains(digest));
  }
}
