package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an index is stored and sampled, where that is not as usual.
 *
 * @param tablespace where its files are, or null for the default of the database
 * @param options storage parameters as {@code name=value}, of the index of a constraint; those of
 *     other indexes are in their definition
 * @param statistics the statistics targets of its columns, as {@code number=target}
 */
public record IndexStorage(
    @Nullable String tablespace, List<String> options, List<String> statistics) {

  /** As usual. */
  public static final IndexStorage USUAL = new IndexStorage(null, List.of(), List.of());

  public IndexStorage {
    options = List.copyOf(options);
    statistics = List.copyOf(statistics);
  }

  /** The given storage, or the usual one. */
  public static IndexStorage orUsual(@Nullable IndexStorage storage) {
    return storage == null ? USUAL : storage;
  }

  /** This storage, or null when it is as usual. */
  public @Nullable IndexStorage orNull() {
    return equals(USUAL) ? null : this;
  }
}
