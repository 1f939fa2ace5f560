package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.Projections.Rebuild;
import dev.releaseledger.app.port.Projections.Verification;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import dev.releaseledger.app.store.rebuild.Rebuilding.BuiltElsewhere;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Rebuilds and verifications, one after the other: here at once, or in the background. */
@Component
public final class Rebuilds implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

  private static final Duration WAIT = Duration.ofSeconds(2);

  private final Rebuilding builder;
  private final RebuildJournal journal;
  private final Map<String, Integer> rebuilding = new ConcurrentHashMap<>();
  private final Map<String, Integer> verifying = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("rebuild").daemon().factory());

  Rebuilds(Rebuilding builder, RebuildJournal journal) {
    this.builder = builder;
    this.journal = journal;
  }

  /** Builds a projection and puts it in the place of the live one. */
  public void rebuild(Projection projection) {
    builder.rebuild(projection);
  }

  /** Compares a projection with one that is built anew. */
  public Verification verify(Projection projection) {
    builder.verify(projection);
    return verification(projection.name()).orElseThrow();
  }

  /** Rebuilds these in the background. */
  public void startRebuilding(List<Projection> projections) {
    projections.forEach(projection -> journal.queue(projection.name()));
    start(projections, rebuilding, builder::rebuild);
  }

  /** Verifies these in the background. */
  public void startVerifying(List<Projection> projections) {
    projections.forEach(projection -> journal.beginVerifying(projection.name()));
    start(projections, verifying, builder::verify);
  }

  /** Whether it was built since texts were erased last, or none ever were. */
  public boolean isWithoutErased(String projection) {
    return journal.isWithoutErased(projection);
  }

  /** The last rebuild of a projection. */
  public Optional<Rebuild> last(String projection) {
    return journal
        .rebuild(projection, runs(projection))
        // One that is done is none where another one waits for its turn.
        .map(last -> rebuilding.containsKey(projection) ? running(last) : last);
  }

  private static Rebuild running(Rebuild last) {
    return new Rebuild(
        "running", last.position(), last.target(), last.startedAt(), last.changedAt(), null);
  }

  /** The last verification of a projection. */
  public Optional<Verification> verification(String projection) {
    return journal.verification(projection, runs(projection));
  }

  private boolean runs(String projection) {
    return rebuilding.containsKey(projection)
        || verifying.containsKey(projection)
        || journal.isBuilding(projection);
  }

  private void start(
      List<Projection> projections, Map<String, Integer> asked, Consumer<Projection> work) {
    for (Projection projection : projections) {
      Integer _ = asked.merge(projection.name(), 1, Integer::sum);
      worker.execute(() -> {
        try {
          inTurn(projection, work);
        } catch (RuntimeException e) {
          if (!Thread.currentThread().isInterrupted()) {
            LOG.error("Projection {} cannot be built", projection.name(), e);
          }
        } finally {
          Integer _ =
              asked.computeIfPresent(
                  projection.name(), (_, times) -> times == 1 ? null : times - 1);
        }
      });
    }
  }

  /** Another instance may be building the same: what was asked for here comes after that. */
  private static void inTurn(Projection projection, Consumer<Projection> work) {
    while (true) {
      try {
        work.accept(projection);
        return;
      } catch (BuiltElsewhere e) {
        LOG.info("Projection {} is built by another instance and waits", projection.name());
        LockSupport.parkNanos(WAIT.toNanos());
        if (Thread.currentThread().isInterrupted()) {
          throw e;
        }
      }
    }
  }

  /** A rebuild that is under way goes on from where it was when it is asked for again. */
  @Override
  public void destroy() {
    List<Runnable> _ = worker.shutdownNow();
  }
}
