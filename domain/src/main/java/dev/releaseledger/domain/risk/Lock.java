package dev.releaseledger.domain.risk;

/** The table locks that statements take, by the names PostgreSQL gives them. */
final class Lock {

  static final String ACCESS_EXCLUSIVE = "ACCESS EXCLUSIVE";
  static final String SHARE_ROW_EXCLUSIVE = "SHARE ROW EXCLUSIVE";
  static final String SHARE = "SHARE";
  static final String SHARE_UPDATE_EXCLUSIVE = "SHARE UPDATE EXCLUSIVE";
  static final String ACCESS_SHARE = "ACCESS SHARE";

  private Lock() {}
}
