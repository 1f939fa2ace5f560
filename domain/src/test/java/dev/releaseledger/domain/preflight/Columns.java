package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.schema.Column;

/** Plain columns for tests. */
final class Columns {

  private Columns() {}

  static Column of(String table, String name, String type) {
    return new Column(table, name, type, false, null, null, null, null, null);
  }
}
