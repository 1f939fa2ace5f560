package dev.releaseledger.app.port;

import dev.releaseledger.domain.notice.Channel;
import java.util.List;
import java.util.Set;

/** Takes notices out of the ledger. */
public interface Courier {

  /** The channels it serves. */
  Set<Channel> channels();

  /** Where it would go, or a refusal where it may not. */
  Destination admit(Channel channel, List<String> to);

  /** Tries once; whatever goes wrong is told and not thrown. */
  Receipt deliver(Parcel parcel, Notice notice);
}
