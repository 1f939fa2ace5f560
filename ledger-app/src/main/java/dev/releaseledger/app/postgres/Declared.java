package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What came of loading a declaration. */
public sealed interface Declared {

  /**
   * The declared schema.
   *
   * @param conversions the declared expressions for type changes, by column ({@code public.t.c})
   * @param renames the declared renames, whether they are done or not
   */
  record Loaded(Schema schema, SortedMap<String, String> conversions, List<Rename> renames)
      implements Declared {

    public Loaded {
      renames = List.copyOf(renames);
    }
  }

  /**
   * The first thing in the files that cannot be loaded.
   *
   * @param line counted from 1
   */
  record LoadFailure(
      String file,
      int line,
      String message,
      @Nullable String sqlState,
      @Nullable String detail,
      @Nullable String hint)
      implements Declared {}
}
