package dev.releaseledger.evidence.timestamp;

/** Why a time stamp counts for nothing. */
public enum TimestampFault {
  MALFORMED("it is no response of a time-stamping authority"),
  NOT_GRANTED("the authority did not grant it"),
  UNSIGNED_CONTENT("it has content that no signature covers, or is not written in DER"),
  WEAK_ALGORITHM("it rests on an algorithm that is not trusted"),
  OTHER_CONTENT("it is of other bytes"),
  OTHER_NONCE("it answers another request"),
  SIGNER_UNKNOWN("the certificate of its signer is neither in it nor trusted"),
  SIGNER_NOT_NAMED("its signature is not bound to the certificate of its signer"),
  WRONG_PURPOSE("the certificate is not for time stamps only"),
  EXPIRED("the certificate of its signer was not valid at that time"),
  BAD_SIGNATURE("its signature does not hold"),
  UNTRUSTED("no trusted authority stands behind its signer at that time");

  private final String sentence;

  TimestampFault(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong, for people. */
  public String sentence() {
    return sentence;
  }
}
