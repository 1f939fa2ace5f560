package dev.releaseledger.app.sealing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Events of no meaning, put into the ledger as they come. */
final class RecordedEvents {

  private final JdbcClient jdbc;
  private int number;

  RecordedEvents(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records so many. */
  void add(int count) {
    for (int i = 0; i < count; i++) {
      number++;
      add("event-" + number, "thing:" + number % 7, number, "{\"n\":" + number + "}");
    }
  }

  /** Records one. */
  void add(String id, String stream, long sequence, String payload) {
    int unused =
        jdbc.sql(
                """
                insert into ledger_event (event_id, stream, stream_sequence, stream_type,
                  recorded_at, name, payload, metadata)
                values (?, ?, ?, 'Thing', '2026-11-29T10:00:00.000Z', 'thing-happened', ?, '{}')
                """)
            .params(id, stream, sequence, payload)
            .update();
  }
}
