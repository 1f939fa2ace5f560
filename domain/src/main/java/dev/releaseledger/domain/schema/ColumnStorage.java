package dev.releaseledger.domain.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column is stored and sampled, where that is not as usual for its type.
 *
 * @param mode the storage mode, such as {@code EXTERNAL}
 * @param compression the compression method
 * @param statistics the statistics target
 * @param options options as {@code name=value}, such as {@code n_distinct}
 * @param foreignOptions what the foreign data wrapper is told, as {@code name=value}
 */
public record ColumnStorage(
    @Nullable String mode,
    @Nullable String compression,
    @Nullable Integer statistics,
    List<String> options,
    List<String> foreignOptions) {

  /** As usual. */
  public static final ColumnStorage USUAL =
      new ColumnStorage(null, null, null, List.of(), List.of());

  public ColumnStorage {
    options = List.copyOf(options);
    foreignOptions = List.copyOf(foreignOptions);
  }

  /** The given storage, or the usual one. */
  public static ColumnStorage orUsual(@Nullable ColumnStorage storage) {
    return storage == null ? USUAL : storage;
  }

  /** What is left when the column gets another type; null when that is as usual. */
  @Nullable ColumnStorage retyped() {
    return new ColumnStorage(null, null, statistics, options, foreignOptions).orNull();
  }

  /** What the statement that makes the column says of it; null when that is as usual. */
  @Nullable ColumnStorage made() {
    return new ColumnStorage(null, null, null, List.of(), foreignOptions).orNull();
  }

  /** This storage, or null when it is as usual. */
  public @Nullable ColumnStorage orNull() {
    return equals(USUAL) ? null : this;
  }
}
