package dev.releaseledger.app.project;

import dev.releaseledger.app.planning.Drafting;
import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Repositories;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.NameTaken;
import dev.releaseledger.domain.environment.EnvironmentCommand.AdoptPolicy;
import dev.releaseledger.domain.environment.EnvironmentCommand.CreateEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.PolicyDocument;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import dev.releaseledger.domain.project.ProjectCommand.FreezeProject;
import dev.releaseledger.domain.project.ProjectCommand.UnfreezeProject;
import dev.releaseledger.projections.environments.ProjectRow;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings projects and environments under the ledger. */
@Component
public class Projects {

  private static final Pattern USER_INFO =
      Pattern.compile("(?s)(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*)://(?<user>[^/]*)@.*");

  private final Ledger ledger;
  private final Drafting drafting;
  private final Repositories repositories;
  private final Databases databases;
  private final Clock clock;

  Projects(
      Ledger ledger,
      Drafting drafting,
      Repositories repositories,
      Databases databases,
      Clock clock) {
    this.ledger = ledger;
    this.drafting = drafting;
    this.repositories = repositories;
    this.databases = databases;
    this.clock = clock;
  }

  /** Creates a project, once its repository has been seen. */
  public long create(
      String name, String repository, Map<String, String> connections, String actor) {
    Names.require("name", name);
    if (connections.isEmpty()) {
      throw new Refused(new InvalidValue("connections", "must name at least one schema directory"));
    }
    connections.keySet().forEach(connection -> Names.require("connection", connection));
    requireNoCredentials(repository);
    repositories.requireReachable(repository);
    try {
      return ledger.record(
          new CreateProject(name, repository, new TreeMap<>(connections), actor, clock.instant()));
    } catch (AggregateStreamCreationException taken) {
      throw new Refused(new NameTaken("project", name));
    }
  }

  /** Creates an environment behind the ones the project has. */
  public long create(
      EnvironmentId id,
      Map<String, String> urls,
      int approvalsRequired,
      @Nullable AdoptPolicy policy,
      String actor) {
    Names.require("name", id.environment());
    ProjectRow project = drafting.project(id.project());
    if (approvalsRequired < 0 || approvalsRequired > PolicyDocument.MOST_APPROVALS) {
      throw new Refused(
          new InvalidValue("approvals", "must be between 0 and " + PolicyDocument.MOST_APPROVALS));
    }
    if (!urls.keySet().equals(project.connections().keySet())) {
      throw new Refused(
          new InvalidValue(
              "urls",
              "must name exactly the project's connections %s, but names %s"
                  .formatted(project.connections().keySet(), urls.keySet())));
    }
    SortedMap<String, String> admissible = new TreeMap<>();
    urls.forEach((connection, url) -> admissible.put(connection, databases.admissible(url)));
    try {
      return ledger.record(
          new CreateEnvironment(id, admissible, approvalsRequired, policy, actor, clock.instant()));
    } catch (AggregateStreamCreationException taken) {
      throw new Refused(new NameTaken("environment", id.toString()));
    }
  }

  /** Lets nothing be applied. */
  public long freeze(EnvironmentId id, String reason, String actor) {
    drafting.environment(id);
    return ledger.record(new FreezeEnvironment(id, reason, actor, clock.instant()));
  }

  /** Lets things be applied again. */
  public long unfreeze(EnvironmentId id, String reason, String actor) {
    drafting.environment(id);
    return ledger.record(new UnfreezeEnvironment(id, reason, actor, clock.instant()));
  }

  /** Lets nothing be applied to any environment of a project. */
  public long freeze(String project, String reason, String actor) {
    drafting.project(project);
    return ledger.record(new FreezeProject(project, reason, actor, clock.instant()));
  }

  /** Lets things be applied again. */
  public long unfreeze(String project, String reason, String actor) {
    drafting.project(project);
    return ledger.record(new UnfreezeProject(project, reason, actor, clock.instant()));
  }

  private static void requireNoCredentials(String repository) {
    // Not left to a URI parser: what it cannot parse, or calls no user, would be stored.
    Matcher user = USER_INFO.matcher(repository);
    if (user.matches() && (user.group("user").contains(":") || isWeb(user.group("scheme")))) {
      throw new Refused(
          new InvalidValue(
              "repository",
              "must not carry a password or token; set LEDGER_GIT_USERNAME and"
                  + " LEDGER_GIT_PASSWORD"));
    }
  }

  /** On the web a name alone is a token; for ssh it is the account. */
  private static boolean isWeb(String scheme) {
    return scheme.toLowerCase(Locale.ROOT).startsWith("http");
  }
}
