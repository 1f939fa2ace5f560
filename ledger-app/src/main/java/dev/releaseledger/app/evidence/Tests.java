package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.evidence.attestation.release.Outcome;
import dev.releaseledger.evidence.attestation.release.TestRun;
import dev.releaseledger.evidence.event.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells where a plan was tried out: in the rehearsal, and wherever people said they did. */
record Tests(Course course) {

  private static final String REHEARSAL = "rehearsal";
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");

  List<TestRun> runs() {
    PlanProposed proposal = course.proposal();
    List<TestRun> runs = new ArrayList<>();
    runs.add(
        new TestRun(
            REHEARSAL,
            Entry.digestOf(proposal.planDigest()),
            Outcome.SUCCEEDED,
            Optional.empty(),
            Entry.digestOf(proposal.rehearsal())));
    for (Happened it : course.own()) {
      if (it.event() instanceof TestRecorded test) {
        runs.add(
            new TestRun(
                test.kind(),
                Entry.digestOf(proposal.planDigest()),
                test.passed() ? Outcome.SUCCEEDED : Outcome.FAILED,
                Optional.ofNullable(test.reference())
                    .filter(reference -> ADDRESS.matcher(reference).matches()),
                // The ledger has no other report than what was recorded.
                it.digest()));
      }
    }
    return runs;
  }
}
