package dev.releaseledger.app.sealing;

/** What is stored is not what the log says, or the log is not whole: somebody has changed it. */
public final class BrokenLog extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;

  BrokenLog(String what) {
    super(what);
    this.what = what;
  }

  /** What was found. */
  public String what() {
    return what;
  }
}
