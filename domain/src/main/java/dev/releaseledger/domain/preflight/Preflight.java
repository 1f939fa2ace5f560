package dev.releaseledger.domain.preflight;

import java.util.List;

/** What a target says about its rows before a plan runs; no part of the plan and of its digest. */
public record Preflight(List<TableSize> tables, List<RowCheck> checks) {

  public static final Preflight NONE = new Preflight(List.of(), List.of());

  public Preflight {
    tables = List.copyOf(tables);
    checks = List.copyOf(checks);
  }

  /** The same answers, fit to be kept: a key is a value of a row. */
  public Preflight withoutKeys() {
    return new Preflight(tables, checks.stream().map(RowCheck::withoutKeys).toList());
  }

  /** The checks that found rows the plan would fail on. */
  public List<RowCheck> violations() {
    return checks.stream().filter(RowCheck::violated).toList();
  }
}
