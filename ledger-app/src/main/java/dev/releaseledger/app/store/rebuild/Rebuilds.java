package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.Projections.Rebuild;
import dev.releaseledger.app.port.Projections.Verification;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Rebuilds and verifications, one after the other: here at once, or in the background. */
@Component
public final class Rebuilds implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private final Rebuilding rebuilding;
  private final RebuildJournal journal;
  private final Set<String> queued = ConcurrentHashMap.newKeySet();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rebuild").daemon().factory());

  Rebuilds(Rebuilding rebuilding, RebuildJournal journal) {
    this.rebuilding = rebuilding;
    this.journal = journal;
  }

  /** Builds a projection and puts it in the place of the live one. */
  public void rebuild(Projection projection) {
    rebuilding.rebuild(projection);
  }

  /** Compares a projection with one that is built anew. */
  public Verification verify(Projection projection) {
    rebuilding.verify(projection);
    return verification(projection.name()).orElseThrow();
  }

  /** Rebuilds these in the background. */
  public void startRebuilding(List<Projection> projections) {
    projections.forEach(projection -> journal.queue(projection.name()));
    start(projections, rebuilding::rebuild);
  }

  /** Verifies these in the background. */
  public void startVerifying(List<Projection> projections) {
    projections.forEach(projection -> journal.beginVerifying(projection.name()));
    start(projections, rebuilding::verify);
  }

  /** The last rebuild of a projection. */
  public Optional<Rebuild> last(String projection) {
    return journal.rebuild(projection, runs(projection));
  }

  /** The last verification of a projection. */
  public Optional<Verification> verification(String projection) {
    return journal.verification(projection, runs(projection));
  }

  private boolean runs(String projection) {
    return queued.contains(projection) || journal.isBuilding(projection);
  }

  private void start(List<Projection> projections, Consumer<Projection> work) {
    for (Projection projection : projections) {
      queued.add(projection.name());
      worker.execute(() -> {
        try {
          work.accept(projection);
        } catch (RuntimeException e) {
          if (!Thread.currentThread().isInterrupted()) {
            LOG.error("Projection {} cannot be built", projection.name(), e);
          }
        } finally {
          queued.remove(projection.name());
        }
      });
    }
  }

  /** A rebuild that is under way goes on from where it was when it is asked for again. */
  @Override
  public void destroy() {
    List<Runnable> _ = worker.shutdownNow();
  }
}
