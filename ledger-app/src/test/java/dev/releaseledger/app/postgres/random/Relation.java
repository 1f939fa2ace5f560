package dev.releaseledger.app.postgres.random;

/** A relation that was drawn, with columns {@code id}, {@code n} and {@code s} as all have. */
record Relation(String name, Kind kind) {

  enum Kind {
    TABLE,
    PARTITIONED,
    PARTITION,
    FOREIGN
  }

  boolean is(Kind other) {
    return kind == other;
  }

  /** The name without its schema. */
  String bare() {
    return name.substring(name.indexOf('.') + 1);
  }
}
