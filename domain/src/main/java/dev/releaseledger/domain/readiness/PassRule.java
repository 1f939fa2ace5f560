package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.readiness.Artifact.Unreadable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When an artifact counts as passed: it names nothing that failed, and does not say it failed. */
final class PassRule {

  private static final String BLOCKERS = "blockers";
  private static final String PASSED = "passed";

  private static final List<String> OBJECTIONS =
      List.of(BLOCKERS, "violations", "findings", "errors", "failed_stages");

  private static final Set<String> FAILED =
      Set.of("blocked", "failed", "regression", "rollback_required");

  private PassRule() {}

  static Verdict judge(Artifact artifact) {
    return switch (artifact.reading()) {
      case Unreadable() -> Verdict.of(List.of("artifact.unreadable"));
      case Parsed(Map<?, ?> content) -> judge(content);
      case Parsed(_) -> Verdict.of(List.of("artifact.non_object"));
    };
  }

  /** Judges an object, be it a whole artifact or a case of one. */
  static Verdict judge(Map<?, ?> content) {
    Set<String> against = new LinkedHashSet<>(texts(content.get(BLOCKERS)));
    for (String member : OBJECTIONS) {
      boolean told = member.equals(BLOCKERS) && !against.isEmpty();
      if (!told && isSomething(content.get(member))) {
        against.add("artifact." + member);
      }
    }
    String status = word(content.get("status"));
    if (FAILED.contains(status)) {
      against.add("artifact.status_" + status);
    }
    if (SelfAssertion.isIn(content)) {
      against.add("artifact.self_asserted_certification");
    }
    boolean denied = content.containsKey(PASSED) && !Boolean.TRUE.equals(content.get(PASSED));
    // Whoever says why says enough.
    if (denied && against.isEmpty()) {
      against.add("artifact.passed_is_not_true");
    }
    return Verdict.of(List.copyOf(against));
  }

  /** The texts of a list; nothing where it is none. */
  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Collection<?> items) {
      for (Object item : items) {
        if (item instanceof String text && !text.isBlank()) {
          texts.add(text.strip());
        }
      }
    }
    return texts;
  }

  /** A list or text that is not empty, a number that is not 0, or true. */
  private static boolean isSomething(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Boolean flag -> flag;
      case String text -> !text.isEmpty();
      case Collection<?> items -> !items.isEmpty();
      case Map<?, ?> members -> !members.isEmpty();
      case Number number -> number.doubleValue() != 0;
      default -> true;
    };
  }

  /** A text without the space around it and in lower case; empty where it is none. */
  static String word(@Nullable Object value) {
    return value instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
  }
}
