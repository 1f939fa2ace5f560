package dev.releaseledger.app.webhook;

import java.net.UnknownHostException;

/** A host stands for no address that notices may go to. */
final class ForbiddenAddress extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  ForbiddenAddress(boolean encrypted) {
    super(
        encrypted
            ? "it is an address that is not of the internet"
            : "without TLS, notices only go to addresses that the operator has allowed");
  }
}
