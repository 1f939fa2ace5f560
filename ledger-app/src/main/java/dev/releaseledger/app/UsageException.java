package dev.releaseledger.app;

/** The words after {@code serve} are not understood. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
