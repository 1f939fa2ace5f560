package dev.releaseledger.app.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;

/** Writes a feed as JSON Feed 1.1. */
final class JsonFeed {

  static final MediaType TYPE = MediaType.parseMediaType("application/feed+json");

  private JsonFeed() {}

  static Map<String, Object> of(Feed feed) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("version", "https://jsonfeed.org/version/1.1");
    document.put("title", feed.title());
    document.put("home_page_url", feed.home());
    document.put("feed_url", feed.self());
    if (feed.next() != null) {
      document.put("next_url", feed.next());
    }
    document.put("items", feed.items().stream().map(JsonFeed::item).toList());
    return document;
  }

  private static Map<String, Object> item(Feed.Item item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", item.id());
    fields.put("url", item.link());
    fields.put("title", item.title());
    fields.put("content_text", item.title());
    fields.put("date_published", item.at().toString());
    fields.put("authors", List.of(Map.of("name", item.author())));
    fields.put("tags", item.categories());
    return fields;
  }
}
