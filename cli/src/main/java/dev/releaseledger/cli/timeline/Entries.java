package dev.releaseledger.cli.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.api.Resource;
import dev.releaseledger.cli.render.TimelinePage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.OutputFormat;
import dev.releaseledger.cli.session.Session;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How entries of the timeline are told: as a page, as a file, or each as it comes. */
final class Entries {
  /** In which forms. */
  static final Set<OutputFormat> FORMATS =
      EnumSet.of(OutputFormat.text, OutputFormat.json, OutputFormat.csv, OutputFormat.jsonl);

  private static final int BEFORE_FOLLOWING = 10;

  @Mixin private final FilterOptions filters = new FilterOptions();

  @Option(names = "--follow", description = "Go on and tell each entry as it comes, until Ctrl-C.")
  private boolean follow;

  /**
   * Tells them.
   *
   * @param resource where the service tells them in pages
   * @param least how much each of them wants to be seen at least, or null
   */
  ExitCode tell(Session session, String resource, @Nullable SeverityOption least) {
    if (follow) {
      return follow(session, least);
    }
    return switch (session.format()) {
      case csv, jsonl -> {
        Resource file = filters.page(session, Resource.of("timeline"), least, 0);
        session.api().copy(file.query("format", session.format()), session.surroundings().out());
        yield ExitCode.DONE;
      }
      case text, json, sql, md, sarif, mermaid, svg -> {
        Resource page = filters.page(session, Resource.of(resource), null, 0);
        session.screen().show(session.api().get(page), TimelinePage::write);
        yield ExitCode.DONE;
      }
    };
  }

  private ExitCode follow(Session session, @Nullable SeverityOption least) {
    if (filters.hasEnd()) {
      throw session.usage("--follow has no end: leave out --until and --before");
    }
    if (session.format() != OutputFormat.text && session.format() != OutputFormat.jsonl) {
      throw session.usage("the formats of --follow are text, jsonl");
    }
    Follow following = new Follow(session);
    Long after = filters.after();
    return following.from(
        after == null ? lately(session, following, least) : after,
        filters.of(session, Resource.of("timeline", "stream"), least));
  }

  /** Tells the last entries there are; what comes behind the last of them is followed. */
  private long lately(Session session, Follow following, @Nullable SeverityOption least) {
    Resource page = filters.page(session, Resource.of("timeline"), least, BEFORE_FOLLOWING);
    long last = 0;
    for (JsonNode entry : session.api().get(page).path("items")) {
      following.tell(entry);
      last = entry.path("position").asLong();
    }
    return last;
  }
}
