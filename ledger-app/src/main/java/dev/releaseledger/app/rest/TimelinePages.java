package dev.releaseledger.app.rest;

import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import dev.releaseledger.projections.timeline.TimelinePage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages of the timeline, each with the way to the next and to the one before (RFC 8288). */
@Component
class TimelinePages {

  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final Timeline timeline;
  private final EntryPresenting presenting;

  TimelinePages(Timeline timeline, EntryPresenting presenting) {
    this.timeline = timeline;
    this.presenting = presenting;
  }

  /**
   * A page.
   *
   * @param next the position behind which the next page begins, or null where there is none yet
   * @param previous the position before which the page before ends, or null where there is none
   */
  record PageView(List<EntryView> items, @Nullable Long next, @Nullable Long previous) {
    PageView {
      items = List.copyOf(items);
    }
  }

  ResponseEntity<PageView> page(
      TimelineFilter filter, TimelineQuery query, HttpServletRequest request) {
    int limit = Values.limit(query.limit() == null ? USUAL : query.limit(), MOST);
    TimelinePage page = timeline.page(filter, query.after(), query.before(), limit);
    List<TimelineEntry> entries = page.entries();
    Long next = page.newer() && !entries.isEmpty() ? entries.getLast().position() : null;
    Long previous = page.older() && !entries.isEmpty() ? entries.getFirst().position() : null;
    List<String> links = new ArrayList<>();
    if (next != null) {
      links.add(link(request, "after", next, "next"));
    }
    if (previous != null) {
      links.add(link(request, "before", previous, "prev"));
    }
    HttpHeaders headers = new HttpHeaders();
    if (!links.isEmpty()) {
      headers.add(HttpHeaders.LINK, String.join(", ", links));
    }
    return ResponseEntity.ok()
        .headers(headers)
        .body(new PageView(presenting.whole(entries), next, previous));
  }

  private static String link(
      HttpServletRequest request, String parameter, long position, String relation) {
    String others = Queries.without(request.getQueryString(), "after", "before");
    return "<%s?%s%s=%d>; rel=\"%s\""
        .formatted(
            request.getRequestURI(),
            others.isEmpty() ? "" : others + "&",
            parameter,
            position,
            relation);
  }
}
