package dev.releaseledger.domain.standards;

import static dev.releaseledger.domain.plan.Severity.ERROR;
import static dev.releaseledger.domain.plan.Severity.WARNING;

import dev.releaseledger.domain.document.Choice;
import dev.releaseledger.domain.standards.Standard.GrammaticalNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Standards to begin with. */
enum Preset implements Choice {
  /** Nothing is asked. */
  NONE(Map.of()),

  /** Tables of many, columns of one, keys everywhere, and types that mean one thing. */
  DATA_DESIGN(
      Map.ofEntries(
          Map.entry("table-name", Standard.named(WARNING).counting(GrammaticalNumber.PLURAL)),
          Map.entry("column-name", Standard.named(WARNING).counting(GrammaticalNumber.SINGULAR)),
          Map.entry("index-name", Standard.named(WARNING, "idx_{table}_{columns}")),
          Map.entry("foreign-key-name", Standard.named(WARNING, "fk_{table}_{columns}")),
          Map.entry("primary-key-name", Standard.named(WARNING)),
          Map.entry("unique-name", Standard.named(WARNING)),
          Map.entry("check-name", Standard.named(WARNING)),
          Map.entry("missing-primary-key", Standard.of(ERROR)),
          Map.entry("timestamp-without-time-zone", Standard.of(ERROR)),
          Map.entry("json-column", Standard.of(WARNING)),
          Map.entry("foreign-key-without-index", Standard.of(WARNING)),
          Map.entry("foreign-key-cascade-not-stated", Standard.of(WARNING)))),

  /** The names that SQLAlchemy and Alembic recommend for what a migration may have to name. */
  ALEMBIC(
      Map.of(
          "index-name", Standard.named(WARNING, "ix_{table}_{columns}", "ix_{table}_{column}"),
          "unique-name", Standard.named(WARNING, "uq_{table}_{columns}", "uq_{table}_{column}"),
          "check-name", Standard.named(WARNING, "ck_{table}_{name}"),
          "foreign-key-name",
              Standard.named(
                  WARNING,
                  "fk_{table}_{columns}_{referenced_table}",
                  "fk_{table}_{column}_{referenced_table}"),
          "primary-key-name", Standard.named(WARNING, "pk_{table}")));

  private final Standards standards;

  Preset(Map<String, Standard> rules) {
    this.standards = new Standards(new TreeMap<>(rules), List.of());
  }

  Standards standards() {
    return standards;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
