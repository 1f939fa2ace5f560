package dev.releaseledger.app.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices as feed readers read them, newest first.
 *
 * @param id what it is called for good, wherever it is read from
 * @param home where a person finds more
 * @param self where it is read from
 * @param next where the older notices are, or null where there are none
 */
record Feed(
    String id,
    String title,
    String home,
    String self,
    @Nullable String next,
    Instant updated,
    List<Item> items) {
  Feed {
    items = List.copyOf(items);
  }

  /**
   * A notice.
   *
   * @param id what it is called for good
   * @param link the thing that it is about
   */
  record Item(
      String id, String title, String link, Instant at, String author, List<String> categories) {
    Item {
      categories = List.copyOf(categories);
    }
  }
}
