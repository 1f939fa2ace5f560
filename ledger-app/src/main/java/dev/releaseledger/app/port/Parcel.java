package dev.releaseledger.app.port;

import dev.releaseledger.domain.notice.Channel;
import java.util.List;

/**
 * What a courier has to know beside the notice itself.
 *
 * @param id the same for every attempt, so that a receiver knows what it has had already
 * @param subscription on whose account it is sent
 * @param name what people call the subscription
 * @param address where to, whole
 * @param secrets what to sign with: the one that counts, and for a while the one before
 */
public record Parcel(
    String id,
    String subscription,
    String name,
    Channel channel,
    String address,
    List<String> secrets) {
  public Parcel {
    secrets = List.copyOf(secrets);
  }

  /** Neither the address nor a secret ends up in a log by accident. */
  @Override
  public String toString() {
    return id + " of " + subscription;
  }
}
