package dev.releaseledger.app.port;

/**
 * Where notices may go.
 *
 * @param address all of it, which may be a secret
 * @param target as much of it as is none
 * @param recipients how many addresses of people there are
 */
public record Destination(String address, String target, int recipients) {

  /** Only what is no secret. */
  @Override
  public String toString() {
    return target;
  }
}
