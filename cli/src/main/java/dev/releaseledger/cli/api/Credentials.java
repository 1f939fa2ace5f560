package dev.releaseledger.cli.api;

import org.jspecify.annotations.Nullable;

/** What is shown to the service; asked for with every call, since a login is renewed meanwhile. */
public interface Credentials {

  /** Returns the bearer token, or null when none is known. */
  @Nullable String token();
}
