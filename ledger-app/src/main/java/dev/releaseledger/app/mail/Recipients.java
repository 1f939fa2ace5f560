package dev.releaseledger.app.mail;

import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the addresses that somebody wants mail at. */
final class Recipients {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@"
              + "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

  private static final int LONGEST = 254;
  private static final int MOST = 50;

  private Recipients() {}

  static Destination admit(List<String> to) {
    if (to.isEmpty() || to.size() > MOST) {
      throw invalid("must be 1 to %d addresses".formatted(MOST));
    }
    SortedSet<String> addresses = new TreeSet<>();
    SortedSet<String> domains = new TreeSet<>();
    for (String address : to) {
      if (address.length() > LONGEST || !ADDRESS.matcher(address).matches()) {
        throw invalid("must be addresses such as dba@example.org, without a name");
      }
      addresses.add(address);
      domains.add(address.substring(address.indexOf('@') + 1));
    }
    return new Destination(
        String.join(",", addresses), String.join(", ", domains), addresses.size());
  }

  private static Refused invalid(String why) {
    return new Refused(new InvalidValue("to", why));
  }
}
