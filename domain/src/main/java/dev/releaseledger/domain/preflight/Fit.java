package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.plan.TypeName;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which values do not fit a type, as a condition that never fails itself. */
final class Fit {

  private static final Map<String, String> LEAST =
      Map.of(
          "smallint", "-32768",
          "integer", "-2147483648",
          "bigint", "-9223372036854775808");
  private static final Map<String, String> MOST =
      Map.of(
          "smallint", "32767",
          "integer", "2147483647",
          "bigint", "9223372036854775807");
  private static final Set<String> NUMBERS =
      Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

  private Fit() {}

  /**
   * The condition under which a value cannot be stored in a type; null when only trying tells.
   *
   * @param from the type of the value, or null when it is not known
   */
  static @Nullable String misfit(String value, @Nullable TypeName from, TypeName to) {
    if (to.dimensions() > 0 || (from != null && from.dimensions() > 0)) {
      return null;
    }
    boolean number = from != null && NUMBERS.contains(from.base());
    return switch (to.base()) {
      case "character varying", "character" -> tooLong(value, to);
      case "smallint", "integer", "bigint" ->
          from != null && number ? outOfRange(value, from.base(), to.base()) : null;
      case "numeric" -> number ? tooManyDigits(value, to) : null;
      case "bit" -> from == null ? null : "length(%s) <> %d".formatted(value, to.modifier(1));
      case "bit varying" ->
          from == null || to.modifiers().isEmpty()
              ? null
              : "length(%s) > %d".formatted(value, to.modifier(0));
      default -> null;
    };
  }

  /** Spaces beyond the length are cut off; everything else beyond it is an error. */
  private static @Nullable String tooLong(String value, TypeName to) {
    if (to.modifiers().isEmpty() && to.base().equals("character varying")) {
      return null;
    }
    return "rtrim(substr((%s)::text, %d)) <> ''".formatted(value, to.modifier(1) + 1);
  }

  /** A fraction is rounded, so that half a number beyond the range still fits. */
  private static String outOfRange(String value, String from, String to) {
    String least = LEAST.get(to);
    String most = MOST.get(to);
    return switch (from) {
      case "real", "double precision" ->
          "NOT (%s >= %s - 0.5::float8 AND %s < %s + 0.5::float8)"
              .formatted(value, least, value, most);
      default -> "round(%s::numeric) NOT BETWEEN %s AND %s".formatted(value, least, most);
    };
  }

  private static @Nullable String tooManyDigits(String value, TypeName to) {
    if (to.modifiers().isEmpty()) {
      return null;
    }
    int scale = to.modifiers().size() > 1 ? to.modifiers().get(1) : 0;
    return "%s::numeric <> 'NaN' AND abs(round(%s::numeric, %d)) >= power(10::numeric, %d)"
        .formatted(value, value, scale, to.modifier(0) - scale);
  }
}
