package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table or materialized view is stored, where that is not as usual.
 *
 * @param unlogged whether a crash empties it
 * @param accessMethod the table access method, or null for {@code heap}
 * @param tablespace where its files are, or null for the default of the database
 * @param options storage parameters as {@code name=value}, sorted; those of its TOAST table begin
 *     with {@code toast.}
 */
public record TableStorage(
    boolean unlogged,
    @Nullable String accessMethod,
    @Nullable String tablespace,
    List<String> options) {

  /** As usual. */
  public static final TableStorage USUAL = new TableStorage(false, null, null, List.of());

  public TableStorage {
    options = List.copyOf(options);
  }

  /** The given storage, or the usual one. */
  public static TableStorage orUsual(@Nullable TableStorage storage) {
    return storage == null ? USUAL : storage;
  }

  /** This storage, or null when it is as usual. */
  public @Nullable TableStorage orNull() {
    return equals(USUAL) ? null : this;
  }
}
