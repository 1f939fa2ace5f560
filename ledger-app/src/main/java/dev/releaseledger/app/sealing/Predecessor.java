package dev.releaseledger.app.sealing;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.log.LogCommand.ContinueLog;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins the log of a new ledger with where another one has ended, before anything else can be
 * recorded. A ledger that goes on from something else than its operator says does not start.
 */
@Component
class Predecessor implements InitializingBean {

  /** Under this actor the ledger records what its operator has set. */
  static final String OPERATOR = "act_operator";

  private final LedgerSettings settings;
  private final Ledger ledger;
  private final Origin origin;
  private final JdbcClient jdbc;
  private final Clock clock;

  Predecessor(LedgerSettings settings, Ledger ledger, Origin origin, JdbcClient jdbc, Clock clock) {
    this.settings = settings;
    this.ledger = ledger;
    this.origin = origin;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    String file = settings.evidence().logPredecessor();
    if (file.isEmpty()) {
      return;
    }
    Checkpoint end = read(Path.of(file));
    if (end.origin().equals(origin.name())) {
      throw new IllegalStateException(
          "ledger.evidence.log-predecessor: the log cannot go on from itself; give it another"
              + " name with ledger.evidence.origin");
    }
    Optional<First> first = first();
    if (first.isPresent()) {
      require(first.get(), end);
    } else {
      long unused =
          ledger.record(
              new ContinueLog(
                  end.origin(), end.size(), end.root().base64(), OPERATOR, clock.instant()));
    }
  }

  private record First(String name, String payload) {}

  private Optional<First> first() {
    return jdbc.sql("select name, payload from ledger_event order by position limit 1")
        .query(First.class)
        .optional();
  }

  private static void require(First first, Checkpoint end) {
    boolean goesOn =
        first.name().equals(LogChange.Continued.NAME)
            && LogChange.of(0, first.name(), LogTables.payload(first.payload()))
                instanceof LogChange.Continued(long _, String origin, long size, Sha256 root)
            && origin.equals(end.origin())
            && size == end.size()
            && root.equals(end.root());
    if (!goesOn) {
      throw new IllegalStateException(
          "ledger.evidence.log-predecessor: this ledger has not begun with the end of %s of size %d"
              .formatted(end.origin(), end.size()));
    }
  }

  private static Checkpoint read(Path file) {
    try {
      return Note.parse(Files.readAllBytes(file))
          .then(note -> Checkpoint.parse(note.text()).orThrow())
          .orThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("the checkpoint cannot be read from " + file, e);
    }
  }
}
