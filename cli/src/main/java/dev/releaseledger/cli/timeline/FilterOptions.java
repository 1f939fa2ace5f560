package dev.releaseledger.cli.timeline;

import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.session.EnvironmentOption;
import dev.releaseledger.cli.session.PointInTime;
import dev.releaseledger.cli.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which entries of the timeline a command is about. */
final class FilterOptions {

  @Mixin private final EnvironmentOption environment = new EnvironmentOption();

  @Option(names = "--actor", paramLabel = "NAME", description = "Only what this actor did.")
  private @Nullable String actor;

  @Option(names = "--rollout", paramLabel = "ID", description = "Only what is about this rollout.")
  private @Nullable String rollout;

  @Option(
      names = "--action",
      paramLabel = "EVENT",
      split = ",",
      description = "Only these events, such as release-advanced; repeatable.")
  private List<String> actions = new ArrayList<>();

  @Option(
      names = "--object",
      paramLabel = "OBJECT",
      description =
          "Only rollouts that touch this object (public.customers, column public.customers.fax), or"
              + " entries about it (a release, a token, a group).")
  private @Nullable String object;

  @Option(
      names = "--severity",
      paramLabel = "info|notice|warning|critical",
      description = "Only what wants to be seen as much as this at least.")
  private @Nullable SeverityOption severity;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "Only what happened then or later.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      converter = PointInTime.class,
      description = "Only what happened until then.")
  private @Nullable Instant until;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many entries.")
  private @Nullable Integer limit;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      description = "Only what came after this position (default: the newest entries).")
  private @Nullable Long after;

  @Option(
      names = "--before",
      paramLabel = "POSITION",
      description = "Only what came before this position.")
  private @Nullable Long before;

  /** Returns the filters, added to a resource. */
  Resource of(Session session, Resource resource, @Nullable SeverityOption least) {
    Resource filtered =
        resource
            .query("project", environment.projectIfNamed(session))
            .query("environment", environment.environmentIfNamed(session))
            .query("actor", actor)
            .query("rollout", rollout);
    for (String action : actions) {
      filtered = filtered.query("action", action);
    }
    return filtered
        .query("object", object)
        .query("severity", least == null || above(least) ? severity : least)
        .query("since", since)
        .query("until", until);
  }

  /** Returns the filters with the part of the timeline that is asked for. */
  Resource page(Session session, Resource resource, @Nullable SeverityOption least, int usual) {
    Integer wanted = limit == null && usual > 0 ? Integer.valueOf(usual) : limit;
    return of(session, resource, least)
        .query("limit", wanted)
        .query("after", after)
        .query("before", before);
  }

  /** Returns whether an end was named, which nothing that is followed has. */
  boolean hasEnd() {
    return until != null || before != null;
  }

  /** Returns where to begin, when that was named. */
  @Nullable Long after() {
    return after;
  }

  private boolean above(SeverityOption least) {
    return severity != null && severity.compareTo(least) >= 0;
  }
}
