package dev.releaseledger.app.project;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.util.regex.Pattern;

/** What projects, environments and connections may be called: they end up in paths and streams. */
public final class Names {

  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9_-]{0,62}[a-z0-9])?");

  private Names() {}

  /** Refuses a name that is not of the form. */
  public static void require(String field, String name) {
    if (!FORM.matcher(name).matches()) {
      throw new Refused(
          new InvalidValue(
              field,
              "'%s' must be 1 to 64 lower-case letters, digits, '-' or '_', and begin and end with"
                      .formatted(name)
                  + " a letter or digit"));
    }
  }
}
