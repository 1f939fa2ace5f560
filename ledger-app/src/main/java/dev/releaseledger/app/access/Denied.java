package dev.releaseledger.app.access;

import dev.releaseledger.domain.policy.Refusal;
import org.springframework.security.authorization.AuthorizationResult;

/** A no to a call, with its reason. */
public record Denied(Refusal refusal) implements AuthorizationResult {
  @Override
  public boolean isGranted() {
    return false;
  }
}
