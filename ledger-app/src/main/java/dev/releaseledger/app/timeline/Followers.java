package dev.releaseledger.app.timeline;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Callers;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.refusal.CallerRefusal.TooManyStreams;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Everybody who follows the timeline. One thread looks how far it has got, which asks no database;
 * who is told something is told by a thread of their own, and a slow one keeps nobody waiting.
 */
@Component
public class Followers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final List<String> READ = List.of("timeline", "touched", "environments");
  private static final Duration LOOK = Duration.ofMillis(100);
  // Of the few connections to the database, followers are never in the way of commands.
  private static final int READING_AT_ONCE = 3;

  private final Projections projections;
  private final Following.Source source;
  private final int most;
  private final Clock clock;
  private final Set<Following> followings = ConcurrentHashMap.newKeySet();
  private final ExecutorService tellers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("teller-", 0).factory());
  private volatile boolean running;

  Followers(
      Timeline timeline,
      Projections projections,
      Callers callers,
      Scopes scopes,
      LedgerSettings settings,
      Clock clock) {
    this.projections = projections;
    this.source =
        new Following.Source(
            timeline, new Semaphore(READING_AT_ONCE), callers::again, scopes::sightOf);
    this.most = settings.limits().streams();
    this.clock = clock;
  }

  /** The position up to which everything can be told. */
  public long reached() {
    // Which rollouts touch an object, and which places there are to see, is known by others.
    return READ.stream().mapToLong(projections::reached).min().orElseThrow();
  }

  /** Tells a listener all that fits a filter and stands behind a position, now and from now on. */
  public Runnable follow(Caller caller, TimelineFilter filter, long after, Listener listener) {
    Following following = new Following(source, caller, filter, after, clock.instant(), listener);
    synchronized (followings) {
      long others = followings.stream().filter(it -> it.actor().equals(caller.actor())).count();
      if (most > 0 && others >= most) {
        throw new Refused(new TooManyStreams(caller.name(), most));
      }
      followings.add(following);
    }
    if (!running) {
      end(following);
    }
    return () -> followings.remove(following);
  }

  /** How many there are. */
  public int count() {
    return followings.size();
  }

  @Override
  public void start() {
    running = true;
    Thread.ofVirtual().name("followers").start(this::look);
  }

  /** Comes before the web server waits for the calls that are still open: these never end. */
  @Override
  public void stop() {
    running = false;
    Set.copyOf(followings).forEach(this::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void look() {
    try {
      while (running) {
        if (!followings.isEmpty()) {
          lookOnce();
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOnce() {
    try {
      long reached = reached();
      Instant now = clock.instant();
      for (Following following : followings) {
        if (following.take(reached, now)) {
          tellers.execute(() -> tell(following, reached, now));
        }
      }
    } catch (RuntimeException e) {
      // They are looked after again in a moment.
      LOG.warn("It is not known how far the timeline is", e);
    }
  }

  private void tell(Following following, long reached, Instant now) {
    try {
      if (!following.goOn(reached, now)) {
        end(following);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(following);
    } catch (IOException e) {
      // The listener has gone away, which is how most of them end.
      followings.remove(following);
      LOG.debug("A follower is gone", e);
    } catch (RuntimeException e) {
      LOG.warn("A follower cannot be told what happened", e);
      end(following);
    }
  }

  private void end(Following following) {
    if (followings.remove(following)) {
      following.end();
    }
  }
}
