package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Permissions;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.timeline.Severity;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of requests. */
final class Values {

  private static final Set<String> TRIGGERS = Set.of("manual", "pipeline", "deploy");
  private static final List<String> ROLES = Permissions.words(EnumSet.allOf(Role.class));

  private Values() {}

  static String required(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new Refused(new InvalidValue(field, "is missing"));
    }
    return value;
  }

  static int limit(int asked, int most) {
    return Math.clamp(asked, 1, most);
  }

  /** How an apply is set off; by hand where nothing else is said. */
  static String trigger(@Nullable String word) {
    if (word == null) {
      return "manual";
    }
    if (!TRIGGERS.contains(word)) {
      throw new Refused(new InvalidValue("trigger", "must be manual, pipeline or deploy"));
    }
    return word;
  }

  /** One of a few words. */
  static <E extends Enum<E> & Choice> E choice(String field, Class<E> type, @Nullable String word) {
    String wanted = required(field, word).replace('_', '-');
    List<E> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(choice -> choice.word().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new Refused(
                new InvalidValue(
                    field,
                    "must be one of: "
                        + String.join(", ", all.stream().map(Choice::word).toList()))));
  }

  /** A value that has to be there. */
  static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new Refused(new InvalidValue(field, "must be given"));
    }
    return value;
  }

  static Role role(String word) {
    return Role.of(word)
        .orElseThrow(() ->
            new Refused(new InvalidValue("role", "must be one of " + String.join(", ", ROLES))));
  }

  /** The least severity that is wanted; any where nothing is said. */
  static Severity severity(@Nullable String word) {
    return word == null
        ? Severity.INFO
        : Stream.of(Severity.values())
            .filter(severity -> severity.word().equals(word))
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    new InvalidValue(
                        "severity", "must be one of info, notice, warning, critical")));
  }

  static Duration duration(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refused(new InvalidValue(field, "must be a duration such as PT24H or P7D"));
    }
  }

  static Actors.Kind kind(@Nullable String word) {
    return switch (word) {
      case null -> Actors.Kind.PERSON;
      case "person" -> Actors.Kind.PERSON;
      case "service" -> Actors.Kind.SERVICE;
      default -> throw new Refused(new InvalidValue("kind", "must be person or service"));
    };
  }
}
