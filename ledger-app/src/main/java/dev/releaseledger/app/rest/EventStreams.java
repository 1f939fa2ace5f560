package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.timeline.Followers;
import dev.releaseledger.app.timeline.Listener;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Those who follow the timeline over server-sent events: an entry's id is its position. */
@Component
class EventStreams {

  /** The header with the id of the last event that a client has seen. */
  static final String LAST = "Last-Event-ID";

  private static final long NEVER = 0;

  private final Followers followers;
  private final EntryPresenting presenting;
  private final JsonMapper json;

  EventStreams(Followers followers, EntryPresenting presenting, JsonMapper json) {
    this.followers = followers;
    this.presenting = presenting;
    this.json = json;
  }

  SseEmitter open(Caller caller, TimelineFilter filter, long after) {
    SseEmitter emitter = new SseEmitter(NEVER);
    Stream stream = new Stream(emitter);
    try {
      // The caller hears at once that it is heard.
      stream.beat(after);
    } catch (IOException e) {
      emitter.completeWithError(e);
      return emitter;
    }
    Runnable leave = followers.follow(caller, filter, after, stream);
    emitter.onCompletion(leave);
    emitter.onTimeout(leave);
    emitter.onError(failure -> leave.run());
    return emitter;
  }

  private final class Stream implements Listener {

    private final SseEmitter emitter;

    private Stream(SseEmitter emitter) {
      this.emitter = emitter;
    }

    @Override
    public Telling ready(List<TimelineEntry> entries) {
      List<EntryView> views = presenting.whole(entries);
      return () -> {
        for (EntryView entry : views) {
          emitter.send(
              SseEmitter.event()
                  .id(Long.toString(entry.position()))
                  .name(entry.type())
                  .data(json.writeValueAsString(entry)));
        }
      };
    }

    /** An id without data is no event; a client begins there when it comes again. */
    @Override
    public void beat(long position) throws IOException {
      emitter.send(SseEmitter.event().comment("here").id(Long.toString(position)));
    }

    @Override
    public void end() {
      emitter.complete();
    }
  }
}
