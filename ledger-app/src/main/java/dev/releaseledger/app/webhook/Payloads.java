package dev.releaseledger.app.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;

/** Notices in the forms that their receivers understand. */
final class Payloads {

  /** Slack takes 3000 characters of a text, escaped, and no more. */
  private static final int LONGEST = 2800;

  private final ObjectMapper json;

  Payloads(ObjectMapper json) {
    this.json = json;
  }

  /** What a channel is sent. */
  byte[] of(Parcel parcel, Notice notice) {
    return write(
        switch (parcel.channel()) {
          case SLACK -> slack(notice);
          case TEAMS -> teams(notice);
          case WEBHOOK -> cloudEvent(parcel, notice);
          case MAIL -> throw new IllegalArgumentException("mail is posted elsewhere");
        });
  }

  /**
   * CloudEvents 1.0, structured: what it is about outside, and the event as it is stored within.
   */
  private ObjectNode cloudEvent(Parcel parcel, Notice notice) {
    ObjectNode event = json.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", notice.position() == null ? parcel.id() : Long.toString(notice.position()));
    event.put("source", notice.ledger());
    event.put("type", "dev.releaseledger.%s.v1".formatted(notice.kind()));
    event.put("subject", subject(notice));
    event.put("time", notice.at().toString());
    event.put("datacontenttype", "application/json");
    ObjectNode data = event.putObject("data");
    if (notice.position() != null) {
      data.put("position", notice.position());
    }
    data.put("kind", notice.kind());
    data.put("severity", notice.severity());
    putWhere(data, notice);
    data.put("actor", notice.actor());
    data.put("sentence", notice.sentence());
    data.put("at", notice.at().toString());
    data.set("event", read(notice.data()));
    return event;
  }

  private static String subject(Notice notice) {
    String place = notice.project() == null ? "ledger" : notice.place();
    return notice.rollout() == null ? place : place + "/" + notice.rollout();
  }

  private static void putWhere(ObjectNode data, Notice notice) {
    if (notice.project() != null) {
      data.put("project", notice.project());
    }
    if (notice.environment() != null) {
      data.put("environment", notice.environment());
    }
    if (notice.rollout() != null) {
      data.put("rollout", notice.rollout());
    }
  }

  /** An incoming webhook's message: blocks, and a text for where no blocks are shown. */
  private ObjectNode slack(Notice notice) {
    ObjectNode message = json.createObjectNode();
    String line = escaped(fitting(notice.line()));
    message.put("text", "[%s] %s: %s".formatted(notice.severity(), notice.place(), line));
    ObjectNode section = message.putArray("blocks").addObject();
    section.put("type", "section");
    section.putObject("text").put("type", "mrkdwn").put("text", line).put("verbatim", true);
    ObjectNode context = message.withArray("blocks").addObject();
    context.put("type", "context");
    context
        .putArray("elements")
        .addObject()
        .put("type", "mrkdwn")
        .put("text", "*%s* | %s".formatted(notice.severity(), escaped(details(notice))))
        .put("verbatim", true);
    return message;
  }

  /** A message with an Adaptive Card; its texts are runs, in which nothing is read as a link. */
  private ObjectNode teams(Notice notice) {
    ObjectNode message = json.createObjectNode();
    message.put("type", "message");
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("contentType", "application/vnd.microsoft.card.adaptive");
    attachment.putNull("contentUrl");
    ObjectNode card = attachment.putObject("content");
    card.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    card.put("type", "AdaptiveCard");
    card.put("version", "1.4");
    card.put("fallbackText", shortened(notice.line()));
    card.putArray("body");
    run(card, shortened(notice.line())).put("weight", "bolder");
    run(card, notice.severity() + " | " + details(notice)).put("isSubtle", true);
    card.putObject("msteams").put("width", "Full");
    return message;
  }

  private static ObjectNode run(ObjectNode card, String text) {
    return card.withArray("body")
        .addObject()
        .put("type", "RichTextBlock")
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", text);
  }

  private static String details(Notice notice) {
    String where =
        notice.rollout() == null ? notice.place() : notice.place() + " | " + notice.rollout();
    String which = notice.position() == null ? "" : " #" + notice.position();
    return "%s | %s%s | %s"
        .formatted(where, notice.kind(), which, notice.at().truncatedTo(ChronoUnit.SECONDS));
  }

  /** What Slack reads as a mention or a link is text. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** As much of a text as there is room for once it is escaped. */
  private static String fitting(String text) {
    String part = shortened(text);
    while (escaped(part).length() > LONGEST) {
      part = shortened(part, part.length() / 2);
    }
    return part;
  }

  private static String shortened(String text) {
    return shortened(text, LONGEST);
  }

  private static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 3;
    // Half a character is none, and cannot be written.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }

  private JsonNode read(String data) {
    try {
      return json.readTree(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] write(ObjectNode payload) {
    try {
      return json.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
