package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.store.ProjectionCatalog;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the projections built anew that may have a text which is erased: a service that stopped
 * between the two has not.
 */
@Component
final class ErasureCatchUp implements SmartLifecycle {

  private final ProjectionCatalog catalog;
  private final Rebuilds rebuilds;
  private volatile boolean running;

  ErasureCatchUp(ProjectionCatalog catalog, Rebuilds rebuilds) {
    this.catalog = catalog;
    this.rebuilds = rebuilds;
  }

  @Override
  public void start() {
    running = true;
    List<Projection> behind =
        catalog.byName().values().stream()
            .filter(it -> catalog.withTexts().contains(it.name()))
            .filter(it -> !rebuilds.isWithoutErased(it.name()))
            .toList();
    rebuilds.startRebuilding(behind);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
