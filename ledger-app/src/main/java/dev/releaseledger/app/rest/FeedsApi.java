package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Permissions;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.KeptTexts;
import dev.releaseledger.app.refusal.CallerRefusal.FeedTokenTooStrong;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownProject;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelinePage;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Notices for feed readers. */
@RestController
@RequestMapping("/api/v1")
class FeedsApi {

  private static final int USUAL = 50;
  private static final int MOST = 200;

  /** So long after an entry another one may come that has the same time, or an earlier one. */
  private static final Duration UNSETTLED = Duration.ofMinutes(1);

  /** What a token may do that somebody leaves with a feed reader. */
  private static final Set<Role> READING = EnumSet.of(Role.VIEWER, Role.AUDITOR);

  private static final String PROJECT = "/projects/{project}/feed";
  private static final String ENVIRONMENT = "/projects/{project}/environments/{environment}/feed";

  private final TimelineQuestions questions;
  private final FeedBuilding building;
  private final Environments environments;
  private final JsonMapper json;
  private final KeptTexts texts;
  private final Clock clock;

  FeedsApi(
      TimelineQuestions questions,
      FeedBuilding building,
      Environments environments,
      JsonMapper json,
      KeptTexts texts,
      Clock clock) {
    this.questions = questions;
    this.building = building;
    this.environments = environments;
    this.json = json;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping({"/feed.atom", PROJECT + ".atom", ENVIRONMENT + ".atom"})
  @Nullable ResponseEntity<byte[]> atom(
      @PathVariable(required = false) @Nullable String project,
      @PathVariable(required = false) @Nullable String environment,
      @ParameterObject TimelineQuery query,
      ServletWebRequest request,
      Caller caller) {
    return answer(query.in(project, environment), request, caller, AtomFeed.TYPE, AtomFeed::of);
  }

  @GetMapping({"/feed.json", PROJECT + ".json", ENVIRONMENT + ".json"})
  @Nullable ResponseEntity<byte[]> json(
      @PathVariable(required = false) @Nullable String project,
      @PathVariable(required = false) @Nullable String environment,
      @ParameterObject TimelineQuery query,
      ServletWebRequest request,
      Caller caller) {
    return answer(
        query.in(project, environment),
        request,
        caller,
        JsonFeed.TYPE,
        feed -> json.writeValueAsBytes(JsonFeed.of(feed)));
  }

  private @Nullable ResponseEntity<byte[]> answer(
      TimelineQuery query,
      ServletWebRequest request,
      Caller caller,
      MediaType type,
      Function<Feed, byte[]> writing) {
    requireKnown(query);
    requireReading(request, caller);
    int limit = Values.limit(query.limit() == null ? USUAL : query.limit(), MOST);
    TimelinePage page =
        building.page(Notices.of(questions.filter(query, caller)), query.before(), limit);
    if (isKnown(page, request)) {
      return null;
    }
    Feed feed =
        building.feed(
            page,
            new FeedBuilding.Place(
                query.project(),
                query.environment(),
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString(),
                self(request.getRequest())));
    return ResponseEntity.ok().contentType(type).body(writing.apply(feed));
  }

  private static String self(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURL() + (query == null ? "" : "?" + query);
  }

  private void requireKnown(TimelineQuery query) {
    String project = query.project();
    String environment = query.environment();
    if (project != null && environments.named(project).isEmpty()) {
      throw new Refused(new UnknownProject(project));
    }
    if (project != null
        && environment != null
        && environments.one(project, environment).isEmpty()) {
      throw new Refused(new UnknownEnvironment(project, environment));
    }
  }

  /** A password is kept by programs of all sorts; a token that does more is not for them. */
  private static void requireReading(ServletWebRequest request, Caller caller) {
    String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (shown != null && shown.regionMatches(true, 0, "Basic ", 0, 6)) {
      EnumSet<Role> others = EnumSet.complementOf(EnumSet.copyOf(READING));
      List<Role> held =
          others.stream().filter(role -> caller.grants().somewhere(Set.of(role))).toList();
      if (!held.isEmpty()) {
        throw new Refused(new FeedTokenTooStrong(caller.name(), Permissions.words(held)));
      }
    }
  }

  /**
   * Whether the caller has this page already: entries do not change. A time to the second tells two
   * entries apart only once that time is over, and clocks differ: until then there is the tag alone
   * (RFC 9110, section 8.8.2.2).
   */
  private boolean isKnown(TimelinePage page, ServletWebRequest request) {
    List<TimelineEntry> entries = page.entries();
    // Security keeps everything out of caches that does not say otherwise.
    if (request.getResponse() != null) {
      request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
    if (entries.isEmpty()) {
      return request.checkNotModified("W/\"0\"");
    }
    // What is erased changes how older entries read, and nothing else does.
    long erased = texts.lastErasure();
    String tag =
        "W/\"%d-%d-%d%s%s\""
            .formatted(
                entries.getLast().position(),
                entries.getFirst().position(),
                entries.size(),
                page.older() ? "-more" : "",
                erased == 0 ? "" : "-" + erased);
    Instant modified = entries.getLast().at();
    return erased > 0 || modified.isAfter(clock.instant().minus(UNSETTLED))
        ? request.checkNotModified(tag)
        : request.checkNotModified(tag, modified.toEpochMilli());
  }
}
