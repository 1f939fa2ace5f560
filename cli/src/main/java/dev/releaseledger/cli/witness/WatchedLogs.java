package dev.releaseledger.cli.witness;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.TrustPolicy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The logs that a witness watches, from a file that names their keys. */
final class WatchedLogs {

  private WatchedLogs() {}

  /** The keys by origin, or the end of the command. */
  static Map<String, List<VerifierKey>> read(Session session, String file) {
    String text = TextFile.read(session, file, WatchedLogs::unreadable);
    return switch (TrustPolicy.parse(text.getBytes(StandardCharsets.UTF_8))) {
      case Read.Bad<TrustPolicy>(String reason) ->
          throw new LedgerProblem(unreadable(file + ": " + reason + "."));
      case Read.Good<TrustPolicy>(TrustPolicy policy) when policy.logs().isEmpty() ->
          throw new LedgerProblem(unreadable(file + " names no log."));
      case Read.Good<TrustPolicy>(TrustPolicy policy) ->
          policy.logs().stream()
              .collect(Collectors.groupingBy(VerifierKey::name, TreeMap::new, Collectors.toList()));
    };
  }

  private static Problem unreadable(String detail) {
    return Problem.of(
        "unreadable-file",
        "invalid",
        "The logs to watch cannot be read",
        detail,
        "Name a file with a line `log KEY` for each log, and the line `quorum none`.");
  }
}
