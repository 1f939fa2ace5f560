package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.Courier;
import dev.releaseledger.domain.notice.Channel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The courier of each channel. */
@Component
class Couriers {

  private final Map<Channel, Courier> byChannel = new EnumMap<>(Channel.class);

  Couriers(List<Courier> all) {
    all.forEach(courier -> courier.channels().forEach(channel -> byChannel.put(channel, courier)));
  }

  Courier of(Channel channel) {
    return Objects.requireNonNull(byChannel.get(channel), channel::word);
  }
}
