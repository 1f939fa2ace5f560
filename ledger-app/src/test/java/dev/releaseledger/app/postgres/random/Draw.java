package dev.releaseledger.app.postgres.random;

import dev.releaseledger.app.postgres.random.Relation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** Draws statements; the same seed draws the same, whatever was drawn about other things. */
final class Draw {

  /** What has been drawn so far. */
  record Drawn(int version, List<String> statements, List<Relation> relations) {}

  private final long seed;
  private final Random random;
  private final Drawn drawn;

  Draw(long seed, int version) {
    this(seed, new Drawn(version, new ArrayList<>(), new ArrayList<>()));
  }

  private Draw(long seed, Drawn drawn) {
    this.seed = seed;
    this.random = new Random(seed);
    this.drawn = drawn;
  }

  /** Draws about one thing, with luck of its own. */
  Draw about(String thing) {
    return seeded(seed, thing);
  }

  /** The same with the luck of another schema, so that both have the same of this. */
  Draw seeded(long other, String thing) {
    return new Draw(other * 0x9E3779B97F4A7C15L + thing.hashCode(), drawn);
  }

  List<String> statements() {
    return drawn.statements;
  }

  void add(String sql, Object... arguments) {
    drawn.statements.add(sql.formatted(arguments));
  }

  /** Adds a comment, or not. */
  void comment(String on, Object... arguments) {
    if (rarely()) {
      add("COMMENT ON %s IS '%s'", on.formatted(arguments), any("one", "it''s another"));
    }
  }

  void relation(String name, Kind kind) {
    drawn.relations.add(new Relation(name, kind));
  }

  List<Relation> relations(Kind... kinds) {
    return drawn.relations.stream().filter(it -> List.of(kinds).contains(it.kind())).toList();
  }

  /** Draws something about a few of the relations. */
  void aboutSome(BiConsumer<Relation, Draw> something, Kind... kinds) {
    for (Relation relation : relations(kinds)) {
      Draw its = about(relation.name());
      if (its.rarely()) {
        something.accept(relation, its);
      }
    }
  }

  boolean has(String relation) {
    return drawn.relations.stream().anyMatch(it -> it.name().equals(relation));
  }

  /** Whether a thing is there that mostly is. */
  boolean often() {
    return random.nextInt(10) < 7;
  }

  /** Whether a thing is there that mostly is not. */
  boolean rarely() {
    return random.nextInt(10) < 3;
  }

  boolean since(int major) {
    return drawn.version >= major;
  }

  String any(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
