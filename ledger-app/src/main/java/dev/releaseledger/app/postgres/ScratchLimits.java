package dev.releaseledger.app.postgres;

import dev.releaseledger.app.refusal.ScratchRefusal;
import dev.releaseledger.app.refusal.ScratchRefusal.MissingExtension;
import dev.releaseledger.app.refusal.ScratchRefusal.NeedsPrivilege;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a scratch server cannot do from what is wrong with the SQL it is given. */
final class ScratchLimits {

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  /** Feature not supported, undefined file, invalid parameter value. */
  private static final Set<String> OF_EXTENSIONS = Set.of("0A000", "58P01", "22023");

  private static final Pattern EXTENSION =
      Pattern.compile(
          "extension \"([^\"]+)\" (?:is not available|has no installation script)"
              + "|extension control file \".*/([^/\"]+)\\.control\"");

  private ScratchLimits() {}

  /**
   * The limit that an error of the scratch server is about.
   *
   * @param where the statement, as a person finds it
   */
  static Optional<ScratchRefusal> met(@Nullable String sqlState, String message, String where) {
    if (INSUFFICIENT_PRIVILEGE.equals(sqlState)) {
      return Optional.of(new NeedsPrivilege(where, message));
    }
    Matcher extension = EXTENSION.matcher(message);
    if (sqlState == null || !OF_EXTENSIONS.contains(sqlState) || !extension.find()) {
      return Optional.empty();
    }
    String name = extension.group(1) == null ? extension.group(2) : extension.group(1);
    return Optional.of(new MissingExtension(name, where, message));
  }
}
