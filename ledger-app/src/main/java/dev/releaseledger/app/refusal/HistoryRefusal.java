package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;

/** Why a question about the past has no answer. */
public sealed interface HistoryRefusal extends Refusal {

  /** No schema is meant by this point. */
  record UnknownPoint(String point, String why) implements HistoryRefusal {
    @Override
    public String slug() {
      return "unknown-point";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "No schema is meant by %s: %s.".formatted(point, why);
    }

    @Override
    public String remedy() {
      return "A point is current, live, a release (rel_...), a position (#1234), an instant"
          + " (2026-11-21T10:00:00Z) or a date, env:NAME, ref:REF, or a plain name of an"
          + " environment or a git ref.";
    }
  }

  /** The environment had no release yet. */
  record NoReleaseThen(String environment, String point) implements HistoryRefusal {
    @Override
    public String slug() {
      return "no-release-then";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "%s had no release at %s.".formatted(environment, point);
    }

    @Override
    public String remedy() {
      return "ledgerctl release list shows when it came to which release.";
    }
  }

  /** The schema has no such table. */
  record NoSuchTable(String table, String point) implements HistoryRefusal {
    @Override
    public String slug() {
      return "no-such-table";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no table %s in the schema at %s.".formatted(table, point);
    }

    @Override
    public String remedy() {
      return "See all there is with ledgerctl schema show. A table that once was there is found by"
          + " ledgerctl schema history.";
    }
  }

  /** No release ever had an object of this name. */
  record NoSuchHistory(String object, String environment) implements HistoryRefusal {
    @Override
    public String slug() {
      return "no-such-history";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "No release of %s ever had a %s.".formatted(environment, object);
    }

    @Override
    public String remedy() {
      return "Name it with its kind and its schema, as in --object \"view public.totals\";"
          + " ledgerctl schema history lists the latest changes of all objects.";
    }
  }
}
