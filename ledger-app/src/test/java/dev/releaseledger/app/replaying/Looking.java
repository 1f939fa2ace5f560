package dev.releaseledger.app.replaying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.domain.environment.EnvironmentId;

/** Looks back at one environment, for tests of other packages. */
public final class Looking {

  private final Replaying replaying;

  public Looking(EventLog log) {
    this.replaying = new Replaying(log);
  }

  public Replay at(long position, EnvironmentId environment) {
    return replaying.at(position, environment::equals);
  }
}
