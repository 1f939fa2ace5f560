package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.sealing.LogKeeping;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the log itself is kept: with which keys, and until when. */
@RestController
@RequestMapping("/api/v1/log")
class LogKeepingApi {

  private final LogKeeping keeping;
  private final LogPresenting presenting;
  private final Answers answers;

  LogKeepingApi(LogKeeping keeping, LogPresenting presenting, Answers answers) {
    this.keeping = keeping;
    this.presenting = presenting;
    this.answers = answers;
  }

  record Rotation(@Nullable String key, @Nullable String reason) {}

  record Retirement(@Nullable String reason) {}

  record Freeze(@Nullable String origin, @Nullable Boolean compromised, @Nullable String reason) {}

  @GetMapping
  LogView show() {
    return presenting.view();
  }

  /** Has another key sign as well. */
  @PostMapping("/rotate")
  ResponseEntity<LogView> rotate(@RequestBody Rotation wanted, Caller caller) {
    long position = keeping.rotate(wanted.key(), wanted.reason(), caller.actor());
    return answers.ok(position, presenting::view);
  }

  /** Has the key before sign no longer. */
  @PostMapping("/retire")
  ResponseEntity<LogView> retire(@RequestBody Retirement wanted, Caller caller) {
    long position = keeping.retire(wanted.reason(), caller.actor());
    return answers.ok(position, presenting::view);
  }

  /** Ends the log, and with it the ledger. */
  @PostMapping("/freeze")
  ResponseEntity<LogView> freeze(@RequestBody Freeze wanted, Caller caller) {
    long position =
        keeping.freeze(
            Values.required("origin", wanted.origin()),
            Boolean.TRUE.equals(wanted.compromised()),
            wanted.reason(),
            caller.actor());
    return answers.ok(position, presenting::view);
  }
}
