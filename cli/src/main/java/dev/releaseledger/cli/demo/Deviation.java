package dev.releaseledger.cli.demo;

/** The story took another turn than the one it tells. */
final class Deviation extends RuntimeException {

  Deviation(String what) {
    super(what);
  }

  Deviation(String what, Throwable cause) {
    super(what + ": " + cause.getMessage(), cause);
  }
}
