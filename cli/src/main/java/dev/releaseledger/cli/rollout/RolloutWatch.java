package dev.releaseledger.cli.rollout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.LedgerApi;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.ApplyPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.ProgressLine;
import dev.releaseledger.cli.session.Session;
import java.time.Duration;
import java.util.Set;

/** Follows a rollout until it has ended, telling each statement as it finishes. */
public final class RolloutWatch {
  private static final Duration PAUSE = Duration.ofMillis(200);
  // Verified means that the drift check was clean; the release follows and ends the rollout. A view
  // that lags behind still says where the rollout was before it ran.
  private static final Set<String> UNDER_WAY =
      Set.of("proposed", "approved", "scheduled", "applying", "applied", "verified");

  private final Session session;
  private int told;

  /** Creates a watch that tells on the session's screen. */
  public RolloutWatch(Session session) {
    this.session = session;
  }

  /** Follows what an answer began, unless nobody wants to wait, and shows how it ends. */
  public ExitCode show(JsonNode answer, boolean noWait) {
    JsonNode end = noWait ? answer : end(answer);
    session.screen().show(end, ApplyPage::write);
    return ExitCode.ofApply(end);
  }

  /** Returns the answer as it stands once the rollout it began has ended. */
  private JsonNode end(JsonNode answer) {
    if (!answer.path("outcome").asText().equals("applying")) {
      return answer;
    }
    JsonNode rollout = follow(answer.path("rollout").path("id").asText());
    String status = rollout.path("status").asText();
    ObjectNode end = answer.deepCopy();
    end.put("outcome", released(rollout) ? "applied" : status);
    end.set("rollout", rollout);
    if (released(rollout)) {
      end.set("releaseId", rollout.path("releaseId"));
    }
    return end;
  }

  private JsonNode follow(String id) {
    LedgerApi api = session.api();
    try (ProgressLine progress = session.screen().progress()) {
      while (true) {
        JsonNode rollout = api.get(Resource.of("rollouts", id));
        tell(rollout, progress);
        if (!UNDER_WAY.contains(rollout.path("status").asText()) || released(rollout)) {
          return rollout;
        }
        if (rollout.hasNonNull("interrupted")) {
          throw stuck(id, rollout.path("interrupted").asText());
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerProblem(
          Problem.of(
              "interrupted",
              "fault",
              "No longer following the rollout",
              "Rollout " + id + " goes on without this command.",
              "See how it ends with `ledgerctl rollout show " + id + "`."));
    }
  }

  private static LedgerProblem stuck(String id, String why) {
    return new LedgerProblem(
        Problem.of(
            "apply-interrupted",
            "fault",
            "The apply was interrupted",
            "Rollout " + id + " is not going on: " + why,
            "Put right what is named, then run `ledgerctl rollout resume " + id + "`."));
  }

  private void tell(JsonNode rollout, ProgressLine progress) {
    JsonNode statements = rollout.path("statements");
    int total = rollout.path("progress").path("total").asInt();
    progress.close();
    for (; told < statements.size(); told++) {
      JsonNode statement = statements.get(told);
      session
          .screen()
          .note(
              "[%d/%d] %s (%s)"
                  .formatted(
                      told + 1,
                      total,
                      statement.path("summary").asText(),
                      statement.hasNonNull("millis")
                          ? statement.path("millis").asLong() + " ms"
                          : "found done"));
    }
    progress.say("applying, " + told + " of " + total + " steps done ...");
  }

  private static boolean released(JsonNode rollout) {
    return rollout.hasNonNull("releaseId");
  }
}
