package dev.releaseledger.app.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.evidence.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of events, read in the order of positions. */
@Component
final class JdbcEventLog implements EventLog {

  private static final int ROWS_AT_ONCE = 1000;
  private static final String SELECT = "select position, name, payload from ledger_event where ";
  private static final int FEW = 8;
  private static final int OUT_OF_TURN = 200;

  private final JdbcClient jdbc;
  private final DataSource connections;
  private final FreeTexts texts;
  private final Map<String, ObjectReader> readers = new HashMap<>();

  JdbcEventLog(
      JdbcClient jdbc, DataSource connections, FreeTexts texts, ObjectMapper ledgerMapper) {
    this.jdbc = jdbc;
    this.connections = connections;
    this.texts = texts;
    EventTypes.byName().forEach((name, type) -> readers.put(name, ledgerMapper.readerFor(type)));
  }

  @Override
  public long last() {
    return jdbc.sql("select coalesce(max(position), 0) from ledger_event")
        .query(Long.class)
        .single();
  }

  @Override
  public List<Recorded> after(long position, int limit) {
    return recorded(
        jdbc.sql(SELECT + "position > ? order by position limit ?")
            .params(position, limit)
            .query(JdbcEventLog::stored)
            .list());
  }

  @Override
  public void each(long after, long upTo, Consumer<Recorded> reader) {
    each(after, upTo, EventTypes.byName().keySet(), reader);
  }

  @Override
  public void each(long after, long upTo, Collection<String> names, Consumer<Recorded> reader) {
    // The index by name helps where few are wanted; where many are, it only stands in the way.
    boolean few = names.size() <= FEW;
    Set<String> wanted = Set.copyOf(names);
    if (wanted.isEmpty()) {
      return;
    }
    try (Connection connection = connections.getConnection()) {
      List<Stored> read = new ArrayList<>(ROWS_AT_ONCE);
      CopiedEvents.pour(
          connection,
          after,
          upTo,
          few ? wanted : Set.of(),
          row -> {
            if (wanted.contains(row.name())) {
              read.add(row);
            }
            if (read.size() == ROWS_AT_ONCE) {
              recorded(read).forEach(reader);
              read.clear();
            }
          });
      recorded(read).forEach(reader);
    } catch (SQLException e) {
      throw new IllegalStateException("the events cannot be read", e);
    }
  }

  @Override
  public List<Recorded> named(String name, long upTo) {
    // Ordered here: the server would rather walk along all positions than sort what it finds.
    return recorded(
        jdbc
            .sql(SELECT + "name = ? and position <= ?")
            .params(name, upTo)
            .query(JdbcEventLog::stored)
            .list()
            .stream()
            .sorted(Comparator.comparingLong(Stored::position))
            .toList());
  }

  @Override
  public List<Recorded> ofStream(String stream, long upTo) {
    return recorded(
        jdbc.sql(SELECT + "stream = ? and position <= ? order by stream_sequence")
            .params(stream, upTo)
            .query(JdbcEventLog::stored)
            .list());
  }

  @Override
  public List<Recorded> ofRollout(String stream, String rollout, Collection<String> names) {
    // Two statements, since each has an index that finds what it wants and nothing else.
    SortedMap<Long, Stored> found = new TreeMap<>();
    // Of the stream no index is wanted here: it has all that ever happened to the environment.
    jdbc.sql(SELECT + "ledger_rollout_of(payload) = ? and stream || '' = ?")
        .params(rollout, stream)
        .query(JdbcEventLog::stored)
        .list()
        .forEach(event -> found.put(event.position(), event));
    jdbc.sql(SELECT + "stream = ? and name = any(?)")
        .params(stream, names.toArray(String[]::new))
        .query(JdbcEventLog::stored)
        .list()
        .forEach(event -> found.put(event.position(), event));
    return recorded(List.copyOf(found.values()));
  }

  @Override
  public Map<Long, String> payloads(Collection<Long> positions) {
    return opened(
        texts("select position, payload from ledger_event where position = any(?)", positions));
  }

  private Map<Long, String> opened(Map<Long, String> payloads) {
    Iterator<String> opened = texts.opened(List.copyOf(payloads.values())).iterator();
    payloads.replaceAll((position, payload) -> opened.next());
    return payloads;
  }

  @Override
  public Map<Long, String> ids(Collection<Long> positions) {
    return texts("select position, event_id from ledger_event where position = any(?)", positions);
  }

  private Map<Long, String> texts(String sql, Collection<Long> positions) {
    Map<Long, String> texts = new TreeMap<>();
    jdbc.sql(sql)
        .param(positions.toArray(Long[]::new))
        .query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
        .list()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
    return texts;
  }

  @Override
  public long at(Instant instant) {
    Timestamp by = Timestamp.from(instant);
    // The clocks of several instances are not quite the same: who is behind may have come later.
    return jdbc.sql(
            """
            with latest as (
              select position from ledger_event where ledger_event_at(payload) <= ?
              order by ledger_event_at(payload) desc, position desc limit 1
            )
            select coalesce(
              (select max(position) from ledger_event
                where position > (select position from latest)
                  and position <= (select position from latest) + ?
                  and ledger_event_at(payload) <= ?),
              (select position from latest),
              0)
            """)
        .params(by, OUT_OF_TURN, by)
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Instant> instant(long position) {
    return jdbc.sql(
            """
            select ledger_event_at(payload) from ledger_event where position <= ?
            order by position desc limit 1
            """)
        .param(position)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional();
  }

  @Override
  public Optional<Long> atRelease(String release, Predicate<EnvironmentId> environments) {
    return jdbc
        .sql(
            """
            select position, stream from ledger_event
            where name = 'release-advanced' and ledger_release_of(payload) = ?
            order by position desc
            """)
        .param(release)
        .query((row, number) -> Map.entry(row.getLong(1), EnvironmentId.ofStream(row.getString(2))))
        .list()
        .stream()
        .filter(moved -> environments.test(moved.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public SortedSet<String> kinds() {
    return new TreeSet<>(EventTypes.byName().keySet());
  }

  @Override
  public List<Recorded> these(Collection<Long> positions) {
    return recorded(
        jdbc.sql(SELECT + "position = any(?) order by position")
            .param(positions.toArray(Long[]::new))
            .query(JdbcEventLog::stored)
            .list());
  }

  @Override
  public Optional<Recorded> one(long position) {
    return recorded(
            jdbc.sql(SELECT + "position = ?").param(position).query(JdbcEventLog::stored).list())
        .stream()
        .findFirst();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    // Bytes are parsed faster than text.
    return new Stored(row.getLong(1), row.getString(2), row.getBytes(3));
  }

  private List<Recorded> recorded(List<Stored> stored) {
    Map<Long, String> salted = new LinkedHashMap<>();
    stored.stream()
        .filter(Stored::isSalted)
        .forEach(row -> salted.put(row.position(), Utf8.decode(row.payload())));
    Map<Long, String> opened = opened(salted);
    return stored.stream()
        .map(row -> {
          String text = opened.get(row.position());
          byte[] payload = text == null ? row.payload() : Utf8.encode(text);
          return new Recorded(row.position(), row.name(), event(row.name(), payload));
        })
        .toList();
  }

  private Object event(String name, byte[] payload) {
    try {
      return reader(name).readValue(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectReader reader(String name) {
    ObjectReader reader = readers.get(name);
    if (reader == null) {
      throw new IllegalStateException("no event is named " + name);
    }
    return reader;
  }
}
