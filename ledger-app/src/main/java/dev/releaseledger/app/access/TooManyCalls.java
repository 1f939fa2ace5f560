package dev.releaseledger.app.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Somebody calls too often, or with too many tokens that are worth nothing. */
public final class TooManyCalls extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final String detail;
  private final Duration pause;

  public TooManyCalls(String detail, Duration pause) {
    super(detail);
    this.detail = detail;
    this.pause = pause;
  }

  /** Who calls too often, in words. */
  public String detail() {
    return detail;
  }

  /** How long to wait before the next call. */
  public Duration pause() {
    return pause;
  }
}
