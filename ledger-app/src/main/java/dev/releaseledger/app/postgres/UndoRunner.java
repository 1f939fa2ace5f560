package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Takes back a plan that has been run on a scratch database, and says where that leads. */
final class UndoRunner {

  private UndoRunner() {}

  static UndoProof prove(Connection scratch, SchemaPlan plan, Schema base) throws SQLException {
    List<Integer> without =
        plan.steps().stream()
            .filter(step -> step.undo() instanceof Undo.Irreversible)
            .map(Step::number)
            .toList();
    if (!without.isEmpty()) {
      return new UndoProof.NoWayBack(without);
    }
    scratch.setAutoCommit(false);
    try (Statement statement = scratch.createStatement()) {
      statement.setEscapeProcessing(false);
      Session.pinForChanging(scratch);
      for (Step step : plan.steps().reversed()) {
        if (step.undo() instanceof Undo.Reversible(String sql)) {
          try {
            statement.execute(sql);
          } catch (SQLException e) {
            return new UndoProof.UndoFailed(step.number(), sql, ServerMessage.of(e));
          }
        }
      }
      List<Difference> differences =
          Diff.differences(base, CatalogReader.readInTransaction(scratch));
      return differences.isEmpty()
          ? new UndoProof.LeadsBack()
          : new UndoProof.LeadsElsewhere(differences);
    } finally {
      scratch.rollback();
      scratch.setAutoCommit(true);
    }
  }
}
