package dev.releaseledger.app.webhook;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where notices may go: to the internet, and beside it only where the operator says so.
 *
 * @param all whether every address is allowed
 * @param hosts the names that are allowed, whatever they resolve to
 * @param ranges the addresses that are allowed
 */
record AddressPolicy(boolean all, Set<String> hosts, List<AddressRange> ranges) {

  private static final String ALL = "allowed";

  AddressPolicy {
    hosts = Set.copyOf(hosts);
    ranges = List.copyOf(ranges);
  }

  /** Reads the operator's setting: {@code allowed}, or hosts and ranges with commas between. */
  static AddressPolicy of(String setting) {
    Set<String> hosts = new TreeSet<>();
    List<AddressRange> ranges = new ArrayList<>();
    boolean all = false;
    for (String part : setting.split(",")) {
      String text = part.strip().toLowerCase(Locale.ROOT);
      if (text.equals(ALL)) {
        all = true;
      } else if (text.contains("/") || isLiteral(text)) {
        ranges.add(AddressRange.of(text));
      } else if (!text.isEmpty()) {
        hosts.add(text);
      }
    }
    return new AddressPolicy(all, hosts, ranges);
  }

  /** Whether notices may go to an address that a host stands for. */
  boolean allows(String host, InetAddress address) {
    return PublicAddresses.contain(address) || isExcepted(host, address);
  }

  /** Whether the operator said so, which is also what it takes to go there without TLS. */
  boolean isExcepted(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT))
        || ranges.stream().anyMatch(range -> range.contains(address))
        || (all && !PublicAddresses.contain(address));
  }

  private static boolean isLiteral(String text) {
    return text.contains(":") || text.matches("[0-9.]+");
  }
}
