package dev.releaseledger.app.rest;

import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The timeline as a file of lines, written as it is read, however long it is. */
@Component
class TimelineExport {

  private static final int STEP = 1000;
  private static final List<String> HEADER =
      List.of(
          "position",
          "at",
          "type",
          "severity",
          "project",
          "environment",
          "rollout",
          "subject",
          "actor",
          "sentence");

  private final Timeline timeline;
  private final EntryPresenting presenting;
  private final JsonMapper json;

  TimelineExport(Timeline timeline, EntryPresenting presenting, JsonMapper json) {
    this.timeline = timeline;
    this.presenting = presenting;
    this.json = json;
  }

  /** Writes what a query asks for, and all that fits it where it says no limit. */
  void write(
      TimelineFilter filter,
      TimelineQuery query,
      TimelineFormat format,
      HttpServletResponse response)
      throws IOException {
    long end = query.before() == null ? timeline.last() + 1 : query.before();
    long left = query.limit() == null ? Long.MAX_VALUE : Math.max(1, query.limit());
    long position =
        query.after() != null
            ? query.after()
            : query.limit() == null ? 0 : startOfLast(filter, end, left);
    response.setContentType(format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"timeline." + format.ending() + "\"");
    try (Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
      if (format == TimelineFormat.CSV) {
        out.write(Csv.line(HEADER));
      }
      while (left > 0) {
        List<TimelineEntry> entries =
            timeline.between(position, end - 1, filter, (int) Math.min(left, STEP));
        if (entries.isEmpty()) {
          return;
        }
        write(entries, format, out);
        position = entries.getLast().position();
        left -= entries.size();
      }
    }
  }

  /** The position behind which the last so many entries before the end begin. */
  private long startOfLast(TimelineFilter filter, long end, long count) {
    long start = end;
    long left = count;
    while (left > 0) {
      List<TimelineEntry> entries = timeline.before(start, filter, (int) Math.min(left, STEP));
      if (entries.isEmpty()) {
        break;
      }
      start = entries.getFirst().position();
      left -= entries.size();
    }
    return start - 1;
  }

  private void write(List<TimelineEntry> entries, TimelineFormat format, Writer out)
      throws IOException {
    if (format == TimelineFormat.CSV) {
      for (EntryView entry : presenting.told(entries)) {
        out.write(Csv.line(cells(entry)));
      }
    } else {
      for (EntryView entry : presenting.whole(entries)) {
        out.write(json.writeValueAsString(entry) + "\n");
      }
    }
  }

  private static List<@Nullable Object> cells(EntryView entry) {
    return Arrays.asList(
        entry.position(),
        entry.at(),
        entry.type(),
        entry.severity(),
        entry.project(),
        entry.environment(),
        entry.rollout(),
        entry.subject(),
        entry.actor(),
        entry.sentence());
  }
}
