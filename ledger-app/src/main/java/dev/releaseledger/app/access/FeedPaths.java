package dev.releaseledger.app.access;

import java.util.regex.Pattern;

/**
 * The paths of feeds. Those who read them with a feed reader cannot send a bearer token, so there,
 * and nowhere else, one may be given as a password.
 */
public final class FeedPaths {

  private static final Pattern FEED =
      Pattern.compile("/api/v1/(projects/[^/]+/(environments/[^/]+/)?)?feed\\.(atom|json)");

  private FeedPaths() {}

  /** Whether a path is a feed's. */
  public static boolean include(String path) {
    return FEED.matcher(path).matches();
  }
}
