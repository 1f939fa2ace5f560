package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.projections.notices.SubscriptionRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Hands a notice to the courier of its subscription, signed where that is wanted. */
@Component
class Sending {

  private final Targets targets;
  private final SigningSecrets secrets;
  private final Couriers couriers;

  Sending(Targets targets, SigningSecrets secrets, Couriers couriers) {
    this.targets = targets;
    this.secrets = secrets;
    this.couriers = couriers;
  }

  /** Tries once. */
  Receipt send(String id, SubscriptionRow row, Notice notice, Instant now) {
    Channel channel = channelOf(row);
    Optional<String> address = targets.of(row.id());
    if (address.isEmpty()) {
      return Receipt.failed("the address is not known any more");
    }
    List<String> signing = channel.isSigned() ? secrets.counting(row, now) : List.of();
    Parcel parcel = new Parcel(id, row.id(), row.name(), channel, address.get(), signing);
    return couriers.of(channel).deliver(parcel, notice);
  }

  static Channel channelOf(SubscriptionRow row) {
    return Channel.valueOf(row.channel().toUpperCase(Locale.ROOT));
  }
}
