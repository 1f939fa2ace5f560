package dev.releaseledger.app.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded server cannot do what was asked; the message names the reason and the remedy. */
public class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal for a reason of our own. */
  public EmbeddedPostgresException(String message) {
    this(message, null);
  }

  /** A refusal because something underneath failed. */
  public EmbeddedPostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
