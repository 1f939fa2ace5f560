package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.privacy.Erasing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The texts that are kept beside the events. */
@RestController
@RequestMapping("/api/v1/texts")
class TextsApi {

  private final Erasing erasing;
  private final Answers answers;

  TextsApi(Erasing erasing, Answers answers) {
    this.erasing = erasing;
    this.answers = answers;
  }

  record ErasureBody(@Nullable String reason) {}

  @PostMapping("/{position}/erasure")
  ResponseEntity<Erasing.Erased> erase(
      @PathVariable long position, @RequestBody ErasureBody body, Caller caller) {
    Erasing.Erased erased = erasing.event(position, body.reason(), caller.actor());
    return answers.at(HttpStatus.OK, erased.position(), () -> erased);
  }
}
