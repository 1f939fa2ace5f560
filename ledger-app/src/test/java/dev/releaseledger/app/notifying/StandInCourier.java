package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.Courier;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.domain.notice.Channel;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps what it was given to deliver, and answers as a test wants it to. */
final class StandInCourier implements Courier {

  /** A notice and what it was sent with. */
  record Sent(Parcel parcel, Notice notice) {
    String kind() {
      return notice.kind();
    }

    String id() {
      return parcel.id();
    }
  }

  private final List<Sent> sent = new CopyOnWriteArrayList<>();
  private volatile Function<Parcel, Receipt> manner = parcel -> Receipt.taken(204, "accepted");

  void answers(Function<Parcel, Receipt> next) {
    manner = next;
  }

  /** What was sent to one subscription. */
  List<Sent> sentTo(String subscription) {
    return sent.stream().filter(it -> it.parcel().subscription().equals(subscription)).toList();
  }

  @Override
  public Set<Channel> channels() {
    return EnumSet.allOf(Channel.class);
  }

  @Override
  public Destination admit(Channel channel, List<String> to) {
    return new Destination(to.getFirst(), "https://stand-in.example", 0);
  }

  @Override
  public Receipt deliver(Parcel parcel, Notice notice) {
    sent.add(new Sent(parcel, notice));
    return manner.apply(parcel);
  }
}
