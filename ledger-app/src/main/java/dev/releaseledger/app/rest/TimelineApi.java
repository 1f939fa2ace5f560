package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.timeline.Followers;
import dev.releaseledger.projections.timeline.TimelineFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happened, as pages, as files, and as it happens. */
@RestController
@RequestMapping("/api/v1/timeline")
class TimelineApi {

  private final TimelineQuestions questions;
  private final TimelinePages pages;
  private final TimelineExport export;
  private final Followers followers;
  private final EventStreams streams;

  TimelineApi(
      TimelineQuestions questions,
      TimelinePages pages,
      TimelineExport export,
      Followers followers,
      EventStreams streams) {
    this.questions = questions;
    this.pages = pages;
    this.export = export;
    this.followers = followers;
    this.streams = streams;
  }

  @GetMapping
  @Nullable ResponseEntity<TimelinePages.PageView> list(
      @ParameterObject TimelineQuery query,
      @RequestParam(required = false) @Nullable String format,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request,
      HttpServletResponse response,
      Caller caller)
      throws IOException {
    TimelineFilter filter = questions.filter(query, caller);
    TimelineFormat wanted = TimelineFormat.of(format, accept);
    if (wanted == TimelineFormat.JSON) {
      return pages.page(filter, query, request);
    }
    export.write(filter, query, wanted, response);
    return null;
  }

  @GetMapping("/stream")
  SseEmitter follow(
      @ParameterObject TimelineQuery query,
      @RequestHeader(name = EventStreams.LAST, required = false) @Nullable String last,
      HttpServletResponse response,
      Caller caller) {
    TimelineFilter filter = questions.endless(query, caller);
    long after =
        last != null && last.matches("\\d{1,18}")
            ? Long.parseLong(last)
            : query.after() != null ? query.after() : followers.reached();
    // Neither a cache nor a proxy keeps what is told for later.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    return streams.open(caller, filter, after);
  }
}
