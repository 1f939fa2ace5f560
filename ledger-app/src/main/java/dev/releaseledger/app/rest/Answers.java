package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Projections;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers to commands: what the views say once they have seen what the command recorded. */
@Component
class Answers {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Projections progress;

  Answers(Projections progress) {
    this.progress = progress;
  }

  /** A view to be read after a position. */
  interface View<T> {
    T read();
  }

  <T> ResponseEntity<T> at(HttpStatus status, long position, View<T> view) {
    progress.await(position, PATIENCE);
    return ResponseEntity.status(status)
        .header(PositionFilter.POSITION, Long.toString(position))
        .body(view.read());
  }

  <T> ResponseEntity<T> ok(long position, View<T> view) {
    return at(HttpStatus.OK, position, view);
  }
}
