package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows what the server does when the type of a column changes. */
public final class TypeChanges {

  private static final Map<String, Integer> INTEGER_DIGITS =
      Map.of("smallint", 5, "integer", 10, "bigint", 19);
  private static final Set<String> STRINGS = Set.of("text", "character varying", "character");
  private static final String TIMESTAMP = "timestamp without time zone";
  private static final String TIMESTAMPTZ = "timestamp with time zone";
  private static final String TIME = "time without time zone";
  private static final String TIMETZ = "time with time zone";

  /** Casts that an assignment applies by itself, besides those between strings and to strings. */
  private static final Map<String, Set<String>> ASSIGNABLE =
      Map.ofEntries(
          Map.entry("smallint", numbers()),
          Map.entry("integer", numbers()),
          Map.entry("bigint", numbers()),
          Map.entry("numeric", numbers()),
          Map.entry("real", numbers()),
          Map.entry("double precision", numbers()),
          Map.entry("money", Set.of("numeric")),
          Map.entry("bit", Set.of("bit varying")),
          Map.entry("bit varying", Set.of("bit")),
          Map.entry("date", Set.of(TIMESTAMP, TIMESTAMPTZ)),
          Map.entry(TIME, Set.of(TIMETZ, "interval")),
          Map.entry(TIMETZ, Set.of(TIME)),
          Map.entry(TIMESTAMP, Set.of("date", TIME, TIMESTAMPTZ)),
          Map.entry(TIMESTAMPTZ, Set.of("date", TIME, TIMETZ, TIMESTAMP)),
          Map.entry("interval", Set.of(TIME)),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("inet", Set.of("cidr")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("macaddr8", Set.of("macaddr")),
          Map.entry("json", Set.of("jsonb")),
          Map.entry("jsonb", Set.of("json")));

  /** Changes between different types in which every value survives. */
  private static final Map<String, Set<String>> LOSSLESS =
      Map.ofEntries(
          Map.entry("smallint", Set.of("integer", "bigint", "real", "double precision")),
          Map.entry("integer", Set.of("bigint", "double precision")),
          Map.entry("real", Set.of("double precision")),
          Map.entry("date", Set.of(TIMESTAMP, TIMESTAMPTZ)),
          Map.entry(TIME, Set.of("interval")),
          Map.entry(TIMESTAMP, Set.of(TIMESTAMPTZ)),
          Map.entry("cidr", Set.of("inet")),
          Map.entry("macaddr", Set.of("macaddr8")),
          Map.entry("jsonb", Set.of("json")));

  private final Schema base;
  private final Schema target;

  public TypeChanges(Schema base, Schema target) {
    this.base = base;
    this.target = target;
  }

  /** The same knowledge for the way back. */
  TypeChanges reversed() {
    return new TypeChanges(target, base);
  }

  /** What happens to values of the first type in a column of the second. */
  public TypeChange between(String from, String to) {
    if (same(from, to)) {
      return new TypeChange.Widening(false);
    }
    DomainType source = domain(base, from);
    DomainType sink = domain(target, to);
    if (source != null || sink != null) {
      return throughDomain(source, from, sink, to);
    }
    TypeName before = TypeName.parse(from);
    TypeName after = TypeName.parse(to);
    if (before.dimensions() > 0 && after.dimensions() > 0) {
      return switch (scalar(before.element(), after.element())) {
        case TypeChange.Widening widening -> new TypeChange.Widening(true);
        case TypeChange other -> other;
      };
    }
    return scalar(before, after);
  }

  /** Whether both names are those of one type, which may move with its extension. */
  boolean same(String from, String to) {
    return from.equals(to) || moved(from, to);
  }

  private boolean moved(String from, String to) {
    String name = Identifiers.last(from);
    return name.equals(Identifiers.last(to))
        && base.objects().values().stream()
            .filter(Extension.class::isInstance)
            .map(Extension.class::cast)
            .anyMatch(it ->
                from.equals(it.schema() + "." + name)
                    && target.find(it.id()) instanceof Extension after
                    && to.equals(after.schema() + "." + name));
  }

  private TypeChange throughDomain(
      @Nullable DomainType source, String from, @Nullable DomainType sink, String to) {
    String before = source == null ? from : source.type();
    String after = sink == null ? to : sink.type();
    TypeChange inner = between(before, after);
    if (!(inner instanceof TypeChange.Widening)) {
      return inner;
    }
    boolean checked = sink != null && (sink.notNull() || !sink.constraints().isEmpty());
    // Behind a domain the server does not see that a wider modifier leaves values as they are.
    return checked ? new TypeChange.Narrowing() : new TypeChange.Widening(!before.equals(after));
  }

  private static @Nullable DomainType domain(Schema schema, String type) {
    return (DomainType) schema.find(new ObjectId(ObjectKind.DOMAIN, type));
  }

  private static TypeChange scalar(TypeName before, TypeName after) {
    if (STRINGS.contains(after.base()) && after.dimensions() == 0) {
      return toString(before, after);
    }
    if (before.dimensions() != after.dimensions()) {
      return new TypeChange.Undeclared();
    }
    if (before.base().equals(after.base())) {
      return sameName(before, after);
    }
    if (!ASSIGNABLE.getOrDefault(before.base(), Set.of()).contains(after.base())) {
      return new TypeChange.Undeclared();
    }
    Integer digits = INTEGER_DIGITS.get(before.base());
    if (digits != null && after.base().equals("numeric")) {
      // A scale below zero rounds to tens, hundreds and so on.
      boolean holds = scale(after) >= 0 && integerDigits(after) >= digits;
      return wide(after.modifiers().isEmpty() || holds, true);
    }
    boolean lossless =
        LOSSLESS.getOrDefault(before.base(), Set.of()).contains(after.base())
            && after.modifier(6) >= 6;
    boolean rewrites =
        !(before.base().equals("cidr")
            || (before.base().equals(TIMESTAMP) && after.base().equals(TIMESTAMPTZ)));
    return wide(lossless || isBitWidening(before, after), rewrites);
  }

  private static TypeChange toString(TypeName before, TypeName after) {
    boolean limited = !after.modifiers().isEmpty() || after.base().equals("character");
    boolean fits = !limited || fitsInto(before, after);
    boolean plain = before.dimensions() == 0 && STRINGS.contains(before.base());
    boolean padded = before.base().equals("character") || after.base().equals("character");
    return wide(fits, !plain || padded);
  }

  private static boolean fitsInto(TypeName before, TypeName after) {
    return before.base().equals(after.base())
        && before.dimensions() == 0
        && !before.modifiers().isEmpty()
        && before.modifier(0) <= after.modifier(1);
  }

  private static TypeChange sameName(TypeName before, TypeName after) {
    return switch (before.base()) {
      case "numeric" -> numeric(before, after);
      case "bit" -> new TypeChange.Narrowing();
      case "bit varying" -> wide(isBitWidening(before, after), false);
      case TIMESTAMP, TIMESTAMPTZ, TIME, TIMETZ ->
          wide(before.modifier(6) <= after.modifier(6), false);
      case "interval" ->
          wide(
              before.modifier(6) <= after.modifier(6)
                  && (after.fields().isEmpty() || after.fields().equals(before.fields())),
              false);
      default -> new TypeChange.Narrowing();
    };
  }

  private static TypeChange numeric(TypeName before, TypeName after) {
    if (after.modifiers().isEmpty()) {
      return new TypeChange.Widening(false);
    }
    boolean fits =
        !before.modifiers().isEmpty()
            && scale(after) >= scale(before)
            && integerDigits(after) >= integerDigits(before);
    return wide(fits, fits && scale(after) != scale(before));
  }

  private static int scale(TypeName numeric) {
    return numeric.modifiers().size() > 1 ? numeric.modifiers().get(1) : 0;
  }

  private static int integerDigits(TypeName numeric) {
    return numeric.modifier(0) - scale(numeric);
  }

  private static boolean isBitWidening(TypeName before, TypeName after) {
    return after.base().equals("bit varying")
        && (before.base().equals("bit") || before.base().equals("bit varying"))
        && before.modifier(Integer.MAX_VALUE) <= after.modifier(Integer.MAX_VALUE);
  }

  private static TypeChange wide(boolean fits, boolean rewrites) {
    return fits ? new TypeChange.Widening(rewrites) : new TypeChange.Narrowing();
  }

  private static Set<String> numbers() {
    return Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
  }
}
