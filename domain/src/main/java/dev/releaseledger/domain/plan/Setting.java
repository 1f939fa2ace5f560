package dev.releaseledger.domain.plan;

/**
 * What can be said about an object besides what it is, and is changed by a statement of its own.
 */
public enum Setting {
  PERSISTENCE("persistence"),
  TABLESPACE("tablespace"),
  ACCESS_METHOD("access method"),
  STORAGE_PARAMETERS("storage parameters"),
  ROW_SECURITY("row security"),
  REPLICA_IDENTITY("replica identity"),
  CLUSTERING("clustering"),
  TYPING("type"),
  INHERITANCE("inheritance"),
  ATTACHMENT("attachment"),
  PROVEN_ATTACHMENT("attachment"),
  DETACHMENT("attachment"),
  CONCURRENT_DETACHMENT("attachment"),
  INDEX_ATTACHMENT("attachment"),
  STORAGE_MODE("storage mode"),
  COMPRESSION("compression"),
  STATISTICS_TARGET("statistics target"),
  COLUMN_OPTIONS("options"),
  FOREIGN_OPTIONS("options for the foreign server"),
  NOT_NULL_CONSTRAINT("NOT NULL constraint"),
  VIEW_OPTIONS("options"),
  VIEW_DEFAULT("default"),
  POLICY("roles and expressions"),
  RULE_STATE("state");

  private final String words;

  Setting(String words) {
    this.words = words;
  }

  /** The word for people. */
  public String words() {
    return words;
  }
}
