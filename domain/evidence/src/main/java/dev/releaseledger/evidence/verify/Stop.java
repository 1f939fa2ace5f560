package dev.releaseledger.evidence.verify;

/** Carries the result of a check that did not pass out of it. */
final class Stop extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Result result;

  private Stop(Result result, String detail) {
    super(detail, null, false, false);
    this.result = result;
  }

  static Stop failed(String detail) {
    return new Stop(Result.FAILED, detail);
  }

  static Stop notMet(String detail) {
    return new Stop(Result.NOT_MET, detail);
  }

  static Stop notApplicable(String detail) {
    return new Stop(Result.NOT_APPLICABLE, detail);
  }

  static void unless(boolean holds, String detail) {
    if (!holds) {
      throw failed(detail);
    }
  }

  Finding finding(Check check) {
    return new Finding(check, result, String.valueOf(getMessage()));
  }
}
