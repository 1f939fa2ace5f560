package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.projections.timeline.TimelineFilter;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened that people want to hear of. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticesApi {

  private final TimelineQuestions questions;
  private final TimelinePages pages;

  NoticesApi(TimelineQuestions questions, TimelinePages pages) {
    this.questions = questions;
    this.pages = pages;
  }

  @GetMapping
  ResponseEntity<TimelinePages.PageView> list(
      @ParameterObject TimelineQuery query, HttpServletRequest request, Caller caller) {
    TimelineFilter filter = questions.filter(query, caller);
    return pages.page(Notices.of(filter), query, request);
  }
}
