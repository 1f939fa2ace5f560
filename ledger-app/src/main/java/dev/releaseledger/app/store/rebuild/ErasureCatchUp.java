package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.store.ProjectionCatalog;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the projections built anew that may have a text which is erased: a service that stopped
 * between the two has not.
 */
@Component
final class ErasureCatchUp {

  private final ProjectionCatalog catalog;
  private final Rebuilds rebuilds;

  ErasureCatchUp(ProjectionCatalog catalog, Rebuilds rebuilds) {
    this.catalog = catalog;
    this.rebuilds = rebuilds;
  }

  /** Begins with it in the background. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    rebuilds.startRebuilding(
        catalog.byName().values().stream()
            .filter(it -> catalog.withTexts().contains(it.name()))
            .filter(it -> !rebuilds.isWithoutErased(it.name()))
            .toList());
  }
}
