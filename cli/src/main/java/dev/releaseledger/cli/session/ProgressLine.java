package dev.releaseledger.cli.session;

import java.io.PrintWriter;

/** One line on a terminal that says what is going on, and leaves nothing behind. */
public final class ProgressLine implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean visible;

  ProgressLine(PrintWriter err, boolean visible) {
    this.err = err;
    this.visible = visible;
  }

  /** Replaces the line. */
  public void say(String line) {
    if (visible) {
      err.print(CLEAR + line);
      err.flush();
    }
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (visible) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
