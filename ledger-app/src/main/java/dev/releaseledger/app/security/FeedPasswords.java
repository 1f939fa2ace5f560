package dev.releaseledger.app.security;

import dev.releaseledger.app.access.FeedPaths;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Finds the token of a call: a bearer token, or, where a feed is read, the password. */
final class FeedPasswords implements BearerTokenResolver {

  private static final String BASIC = "Basic ";

  private final BearerTokenResolver bearer = new DefaultBearerTokenResolver();

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    boolean password = shown != null && shown.regionMatches(true, 0, BASIC, 0, BASIC.length());
    return password && FeedPaths.include(request.getRequestURI())
        ? password(shown.substring(BASIC.length()).strip())
        : bearer.resolve(request);
  }

  /** What stands behind the name, whatever that is; nothing where it makes no sense. */
  private static @Nullable String password(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 || colon == pair.length() - 1 ? null : pair.substring(colon + 1);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
