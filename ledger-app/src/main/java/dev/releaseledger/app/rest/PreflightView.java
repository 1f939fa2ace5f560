package dev.releaseledger.app.rest;

import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.preflight.TableSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a target said about its rows, on the wire. */
record PreflightView(List<TableView> tables, List<CheckView> checks) {

  record TableView(String table, long estimatedRows, long bytes) {}

  record CheckView(
      int step,
      String object,
      String question,
      boolean fails,
      long rows,
      boolean atLeast,
      boolean about,
      List<String> sampleKeys,
      @Nullable String unfinished) {}

  static @Nullable PreflightView of(@Nullable Preflight preflight) {
    return preflight == null || preflight.equals(Preflight.NONE)
        ? null
        : new PreflightView(
            preflight.tables().stream().map(PreflightView::table).toList(),
            preflight.checks().stream().map(PreflightView::check).toList());
  }

  private static TableView table(TableSize size) {
    return new TableView(size.table(), size.estimatedRows(), size.bytes());
  }

  private static CheckView check(RowCheck check) {
    return new CheckView(
        check.step(),
        check.object(),
        check.question(),
        check.fails(),
        check.rows(),
        check.atLeast(),
        check.about(),
        check.sampleKeys(),
        check.unfinished());
  }
}
