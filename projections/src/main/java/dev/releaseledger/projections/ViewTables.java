package dev.releaseledger.projections;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables that projectors write; every projector owns its own.
 *
 * <p>Where they are is not the projector's business: the live ones, or others beside them that are
 * filled from the first event on.
 */
public interface ViewTables {

  /** Runs one statement with positional parameters. */
  void update(String sql, @Nullable Object... values);

  /** Reads one text, or nothing, from a table that the same projector writes. */
  Optional<String> text(String sql, @Nullable Object... values);
}
