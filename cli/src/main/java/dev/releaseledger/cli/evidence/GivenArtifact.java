package dev.releaseledger.cli.evidence;

import dev.releaseledger.cli.session.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that the caller gives as evidence of a domain.
 *
 * @param file where it is, as the caller says it
 * @param content its bytes in Base64, or null where it cannot be read
 */
record GivenArtifact(String domain, String file, @Nullable String content) {

  /** One byte more than the service takes, so that it can say that there are too many. */
  private static final int MOST = 4 * 1024 * 1024 + 1;

  /** Reads what {@code DOMAIN=FILE} names; a file that cannot be read is for the report to tell. */
  static GivenArtifact of(Session session, String option) {
    int equals = option.indexOf('=');
    if (equals < 1 || equals == option.length() - 1) {
      throw session.usage("--artifact takes DOMAIN=FILE, not '" + option + "'");
    }
    String file = option.substring(equals + 1);
    return new GivenArtifact(
        option.substring(0, equals),
        file,
        content(session.surroundings().workingDirectory().resolve(file)));
  }

  private static @Nullable String content(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return Base64.getEncoder().encodeToString(in.readNBytes(MOST));
    } catch (IOException e) {
      return null;
    }
  }
}
