package dev.releaseledger.app.signing;

/** Says what is wrong with a key or a signature, without any of its bytes. */
final class Unacceptable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  Unacceptable(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
