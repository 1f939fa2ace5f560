package dev.releaseledger.app.linting;

import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.port.TriedStatement;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries scripts on a copy of what an environment's database is now. Records nothing. */
@Component
public class LintingScripts {

  private final Drafting drafting;
  private final Databases databases;

  LintingScripts(Drafting drafting, Databases databases) {
    this.drafting = drafting;
    this.databases = databases;
  }

  /** Tries scripts, one after the other; of several connections one must be named. */
  public Lint lint(EnvironmentId id, @Nullable String connection, List<SqlFile> scripts) {
    Environment environment = drafting.environment(id);
    String named = connection(environment.connections(), connection);
    String url = environment.connections().getOrDefault(named, "");
    LiveSchema live = databases.read(url);
    Schema observed = live.schema();
    Schema covered =
        new Schema(
            observed.objects(),
            observed.dependencies(),
            observed.columnOrder(),
            List.of(),
            observed.access());
    List<TriedStatement> tried = databases.trial(live.majorVersion(), covered, scripts);
    StatementRules rules = new StatementRules(covered, live.majorVersion());
    return new Lint(
        id,
        named,
        live.majorVersion(),
        observed.fingerprint(),
        observed.unread(),
        tried.stream().map(rules::judged).toList());
  }

  private static String connection(
      SortedMap<String, String> connections, @Nullable String connection) {
    if (connection == null && connections.size() == 1) {
      return connections.firstKey();
    }
    if (connection == null || !connections.containsKey(connection)) {
      throw new Refused(
          new InvalidValue(
              "connection", "must be one of " + String.join(", ", connections.keySet())));
    }
    return connection;
  }
}
