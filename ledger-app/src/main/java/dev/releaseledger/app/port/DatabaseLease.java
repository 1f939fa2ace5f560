package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.schema.Schema;

/** A target database held by one runner; closing it lets the next one in. */
public interface DatabaseLease extends AutoCloseable {

  /** Reads what the database is now. */
  Schema read();

  /** Runs the statements of a stage; a transactional stage is committed whole or not at all. */
  StageOutcome run(Stage stage, StageObserver observer);

  @Override
  void close();
}
