package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.BundleKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is checked of a bundle, in this order; described for auditors in docs/evidence. */
public enum Check {
  ARCHIVE("the archive is one that is safe to open, in its only form"),
  MANIFEST("every file is in the manifest with its digest, and none is missing or left over"),
  SIGNATURE("the statement is signed by a trusted key, and the signature is in a trusted log"),
  STATEMENT("the statement is of a known form and does not contradict itself"),
  SUBJECTS("the statement is about the manifest and the files that it has to be about"),
  TIMESTAMPS("time stamps of checkpoints hold"),
  CHECKPOINT("the checkpoint is signed by a trusted log, and is the one of the statement"),
  CONTINUATION("the log goes on from the checkpoint to the one that has the statement"),
  ANCHORS("every anchored checkpoint is of this log, and the log goes on from it"),
  WITNESSES("the witnesses that the policy demands have cosigned the checkpoint"),
  ANCHOR_POLICY("the checkpoint is held in as many places as are demanded"),
  POPULATION("nothing is missing between the two checkpoints", BundleKind.PERIOD),
  INCLUSION("every event is in the log at its place", BundleKind.RELEASE),
  CONTENT("the bytes of every event are those that its leaf names"),
  SEQUENCE("no event is left out between the first and the last"),
  KEYS("the log begins, changes its keys and ends where it says so itself", BundleKind.PERIOD),
  LIFE("the rollout went the way that rollouts go", BundleKind.RELEASE),
  APPROVALS("exactly the plan that was approved was applied", BundleKind.RELEASE),
  SIGNED_APPROVALS(
      "approvals that are signed are signed by those whose they are", BundleKind.RELEASE),
  DUTIES("those who asked, wrote, approved and applied were kept apart", BundleKind.RELEASE),
  AGREEMENT("what the statement says is what the events say", BundleKind.RELEASE),
  ARTIFACTS("artifacts are those that the events name", BundleKind.RELEASE),
  DISCLOSURES("what is revealed is what was committed to", BundleKind.RELEASE),
  RELEASES("there is one row for each release, and it says what the events say", BundleKind.PERIOD),
  EXCEPTIONS("the list of exceptions has all of them and no others", BundleKind.PERIOD),
  SAMPLE("the sample is the one that its seed selects", BundleKind.PERIOD),
  TIMES("every event was recorded when it says, as far as others vouch for the time"),
  AGAINST("the log goes on from the checkpoint that is held");

  private final String sentence;
  private final Set<BundleKind> kinds;

  Check(String sentence) {
    this.sentence = sentence;
    this.kinds = EnumSet.allOf(BundleKind.class);
  }

  Check(String sentence, BundleKind kind) {
    this.sentence = sentence;
    this.kinds = EnumSet.of(kind);
  }

  /** The name by which reports and documents call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What holds when it passes. */
  public String sentence() {
    return sentence;
  }

  /** Whether bundles of this kind are checked so. */
  public boolean isFor(BundleKind kind) {
    return kinds.contains(kind);
  }
}
