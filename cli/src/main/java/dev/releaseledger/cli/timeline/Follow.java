package dev.releaseledger.cli.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.api.ServerEvent;
import dev.releaseledger.cli.render.TimelinePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Tells entries as they come; after a lost connection it goes on behind the last one told. */
public final class Follow {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static volatile boolean underWay;

  private final Session session;
  private long last;
  private boolean heard;
  private Duration pause = FIRST_PAUSE;

  Follow(Session session) {
    this.session = session;
  }

  /** Returns whether something is followed, so that to be stopped is to be done. */
  public static boolean isUnderWay() {
    return underWay;
  }

  /** Tells an entry. */
  void tell(JsonNode entry) {
    session
        .screen()
        .show(
            entry,
            session.format() == OutputFormat.jsonl
                ? (node, page) -> page.verbatim(Json.line(node))
                : TimelinePage::writeOne);
  }

  /** Follows from behind a position until it is stopped, refused, or nobody listens any more. */
  ExitCode from(long after, Resource stream) {
    last = after;
    underWay = true;
    try {
      while (connect(stream)) {
        session
            .screen()
            .note("lost the service; asking again in " + pause.toMillis() / 1000.0 + " s");
        Thread.sleep(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay = false;
    }
    return ExitCode.DONE;
  }

  /** Listens as long as the connection lasts; false when it is over for good. */
  private boolean connect(Resource stream) {
    try {
      return session.api().follow(stream.query("after", last), last, this::hear);
    } catch (LedgerProblem e) {
      // Who was heard once is away for a moment; any other no is meant.
      if (heard && e.problem().category().equals("unreachable")) {
        return true;
      }
      throw e;
    }
  }

  private boolean hear(ServerEvent event) {
    heard = true;
    pause = FIRST_PAUSE;
    if (!event.data().isEmpty()) {
      try {
        tell(Json.read(event.data()));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    if (event.id().matches("\\d{1,18}")) {
      last = Long.parseLong(event.id());
    }
    // What is piped into a program that has ended goes nowhere.
    return !Thread.interrupted() && !session.surroundings().out().checkError();
  }
}
