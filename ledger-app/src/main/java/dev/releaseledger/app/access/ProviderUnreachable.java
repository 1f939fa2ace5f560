package dev.releaseledger.app.access;

import org.springframework.security.core.AuthenticationException;

/** The identity provider whose keys would tell what a token is worth does not answer. */
public final class ProviderUnreachable extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  public ProviderUnreachable(String issuer, Throwable cause) {
    super(issuer, cause);
  }
}
