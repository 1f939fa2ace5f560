package dev.releaseledger.app.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on record about a rollout, on the wire. */
record RecordsView(
    List<WaiverView> waivers,
    List<LinkView> links,
    List<TestView> tests,
    List<NoteView> notes,
    List<CommentView> comments,
    @Nullable EmergencyView emergency) {

  record WaiverView(
      String gate, String reason, @Nullable String reference, String by, Instant at) {}

  record LinkView(String kind, String reference, String by, Instant at) {}

  record TestView(
      String kind,
      boolean passed,
      @Nullable String reference,
      @Nullable String note,
      String by,
      Instant at) {}

  record NoteView(String kind, String text, @Nullable String reference, String by, Instant at) {}

  record CommentView(String comment, String by, Instant at) {}

  record EmergencyView(
      String reason,
      String by,
      Instant at,
      Instant reviewDue,
      @Nullable Boolean justified,
      @Nullable String reviewedBy,
      @Nullable String review) {}
}
