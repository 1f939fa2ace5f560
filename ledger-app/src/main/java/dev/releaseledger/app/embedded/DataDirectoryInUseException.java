package dev.releaseledger.app.embedded;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another ledger already works on this data directory. */
public final class DataDirectoryInUseException extends EmbeddedPostgresException {

  private static final long serialVersionUID = 1L;

  private final long pid;

  DataDirectoryInUseException(Path directory, OptionalLong holder) {
    super(
        "The data directory "
            + directory
            + " is in use"
            + (holder.isPresent() ? " by process " + holder.getAsLong() : "")
            + ". Stop that ledger first, or start this one with another --data directory.");
    this.pid = holder.orElse(-1);
  }

  /** The process that holds the directory, where it is known. */
  public OptionalLong pid() {
    return pid < 0 ? OptionalLong.empty() : OptionalLong.of(pid);
  }
}
