package dev.releaseledger.cli.session;

/** The roles there are, as they are typed. */
public enum Role {
  /** Reads. */
  viewer,
  /** Reads, and sees who was granted what. */
  auditor,
  /** Approves. */
  approver,
  /** Applies. */
  deployer,
  /** Applies, freezes, and adopts what is there. */
  operator,
  /** Does everything. */
  admin
}
