package dev.releaseledger.app.webhook;

import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.refusal.NoticeRefusal.AddressNotAllowed;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;

/** Judges the URLs that somebody wants notices at, before anything is sent there. */
final class WebAddresses {

  private static final int LONGEST = 2000;

  private final GuardedResolver encrypted;
  private final GuardedResolver open;

  WebAddresses(GuardedResolver encrypted, GuardedResolver open) {
    this.encrypted = encrypted;
    this.open = open;
  }

  /** Where a URL leads, or a refusal; no refusal repeats more of it than its host. */
  Destination admit(String url) {
    URI uri = parse(url);
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw invalid("must be a URL that begins with https://");
    }
    if (uri.getRawUserInfo() != null) {
      throw invalid("must not carry a user or password");
    }
    if (uri.getHost() == null || uri.getRawFragment() != null) {
      throw invalid("must be a URL with a host and without a fragment");
    }
    String target = target(scheme, uri);
    requireReachable(scheme, uri.getHost(), target);
    return new Destination(uri.toASCIIString(), target, 0);
  }

  private void requireReachable(String scheme, String host, String target) {
    try {
      (scheme.equals("https") ? encrypted : open).resolve(bare(host));
    } catch (ForbiddenAddress e) {
      throw new Refused(new AddressNotAllowed(target, String.valueOf(e.getMessage())));
    } catch (UnknownHostException e) {
      throw new Refused(new AddressNotAllowed(target, "the host is not known"));
    }
  }

  /** A host without the brackets of an IPv6 literal. */
  static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static URI parse(String url) {
    if (url.length() > LONGEST) {
      throw invalid("must be at most %d characters long".formatted(LONGEST));
    }
    try {
      return new URI(withAsciiHost(url));
    } catch (URISyntaxException | IllegalArgumentException e) {
      // The exception says all of the URL, which may be a secret.
      throw invalid("must be a URL");
    }
  }

  private static String withAsciiHost(String url) {
    int start = url.indexOf("://") + 3;
    if (start < 3) {
      return url;
    }
    int end = start;
    while (end < url.length() && "/?#:@[".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return url.substring(0, start) + IDN.toASCII(url.substring(start, end)) + url.substring(end);
  }

  private static String target(String scheme, URI uri) {
    return scheme
        + "://"
        + uri.getHost().toLowerCase(Locale.ROOT)
        + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  private static Refused invalid(String why) {
    return new Refused(new InvalidValue("to", why));
  }
}
