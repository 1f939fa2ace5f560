package dev.releaseledger.evidence.bundle;

/** What an artifact was to the change; it names the folder that the artifact is in. */
public enum ArtifactRole {
  /** The plan that was approved, by whose digest it is known. */
  PLAN("plan", true),
  /** The statements of the plan, for people. */
  SCRIPT("script", true),
  /** What would take the plan back. */
  ROLLBACK("rollback", false),
  /** What the rehearsal showed. */
  REHEARSAL("rehearsal", false),
  /** What the plan does, by which gates were judged. */
  IMPACT("impact", false),
  /** What the policy said to each change. */
  REVIEW("review", false),
  /** The policy. */
  POLICY("policy", false),
  /** The schema that was there before. */
  SNAPSHOT_BEFORE("snapshot-before", false),
  /** The schema that was released. */
  SNAPSHOT_AFTER("snapshot-after", true),
  /** How databases differed from what was expected. */
  DRIFT("drift", false),
  /** What tests said. */
  TEST("test", false),
  /** An approval in a form that other tools read, or its signature. */
  APPROVAL("approval", false);

  private final String folder;
  private final boolean subject;

  ArtifactRole(String folder, boolean subject) {
    this.folder = folder;
    this.subject = subject;
  }

  /** The folder below {@code artifacts/}. */
  public String folder() {
    return folder;
  }

  /** Whether the statement is about such artifacts by name. */
  public boolean isSubject() {
    return subject;
  }
}
