package dev.releaseledger.app.rest;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.sealing.LiveReport;
import dev.releaseledger.app.sealing.LiveReport.Outcome;
import dev.releaseledger.app.sealing.LiveVerification;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.note.Note;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the ledger as it is stored is the one that its log has signed. */
@RestController
@RequestMapping("/api/v1/log/verification")
class LiveVerificationApi {

  private final LiveVerification verification;
  private final TransparencyLog log;

  LiveVerificationApi(LiveVerification verification, TransparencyLog log) {
    this.verification = verification;
    this.log = log;
  }

  /**
   * What is to be looked at besides the ledger.
   *
   * @param held checkpoints that were kept elsewhere, as notes
   */
  record Wanted(@Nullable List<String> held) {}

  /** How a check came out: {@code passed}, {@code failed}, or {@code not-applicable}. */
  record CheckView(
      String check,
      String result,
      String detail,
      long looked,
      long failures,
      List<String> examples) {
    CheckView {
      examples = List.copyOf(examples);
    }
  }

  /** What it came to: {@code verified} or {@code failed}. */
  record VerificationView(String outcome, String about, long size, List<CheckView> checks) {
    VerificationView {
      checks = List.copyOf(checks);
    }
  }

  /** Reads the whole ledger and compares. */
  @PostMapping
  VerificationView verify(@RequestBody Wanted request) {
    List<Note> held =
        Objects.requireNonNullElse(request.held(), List.<String>of()).stream()
            .map(LiveVerificationApi::note)
            .toList();
    LiveReport report = verification.run(held);
    return new VerificationView(
        report.passed() ? "verified" : "failed",
        "the ledger as it is stored, %s, %d leaves".formatted(log.origin(), report.size()),
        report.size(),
        report.outcomes().stream().map(LiveVerificationApi::view).toList());
  }

  private static Note note(String text) {
    return switch (Note.parse(text.getBytes(StandardCharsets.UTF_8))) {
      case Read.Good<Note>(Note note) -> note;
      case Read.Bad<Note>(String reason) ->
          throw new Refused(new InvalidValue("held", "must be signed notes: " + reason));
    };
  }

  private static CheckView view(Outcome outcome) {
    String result =
        outcome.failures() > 0 ? "failed" : outcome.looked() == 0 ? "not-applicable" : "passed";
    return new CheckView(
        outcome.check().word(),
        result,
        detail(outcome),
        outcome.looked(),
        outcome.failures(),
        outcome.examples());
  }

  private static String detail(Outcome outcome) {
    String asks = outcome.check().asks();
    if (outcome.failures() > 0) {
      return String.format(
          Locale.ROOT,
          "not so (%d): %s",
          outcome.failures(),
          String.join("; ", outcome.examples()));
    }
    return outcome.looked() == 0
        ? "nothing to look at: " + asks
        : String.format(Locale.ROOT, "%s (%d)", asks, outcome.looked());
  }
}
