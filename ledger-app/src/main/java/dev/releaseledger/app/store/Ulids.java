package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** ULIDs: 48 bits of milliseconds and 80 random bits in Crockford's base 32. */
@Component
final class Ulids implements Ids {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Ulids(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next(String prefix) {
    StringBuilder text = new StringBuilder(prefix);
    long time = clock.millis();
    for (int shift = 45; shift >= 0; shift -= 5) {
      text.append(CROCKFORD.charAt((int) (time >>> shift) & 31));
    }
    for (int i = 0; i < 16; i++) {
      text.append(CROCKFORD.charAt(random.nextInt(32)));
    }
    return text.toString();
  }
}
