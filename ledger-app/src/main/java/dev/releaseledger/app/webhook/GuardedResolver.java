package dev.releaseledger.app.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host, and of them those that notices may go to.
 *
 * <p>The client connects to what it gets here and to nothing else, so a name that stands for
 * another address a moment later leads nowhere.
 */
final class GuardedResolver implements DnsResolver {

  private final AddressPolicy policy;
  private final boolean encrypted;
  private final DnsResolver names;

  GuardedResolver(AddressPolicy policy, boolean encrypted) {
    this(policy, encrypted, SystemDefaultDnsResolver.INSTANCE);
  }

  GuardedResolver(AddressPolicy policy, boolean encrypted, DnsResolver names) {
    this.policy = policy;
    this.encrypted = encrypted;
    this.names = names;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] allowed =
        Arrays.stream(names.resolve(host))
            .filter(address ->
                encrypted ? policy.allows(host, address) : policy.isExcepted(host, address))
            .toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw new ForbiddenAddress(encrypted);
    }
    return allowed;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return host;
  }
}
