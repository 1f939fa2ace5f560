package dev.releaseledger.app.store;

import dev.releaseledger.app.port.KeptTexts;
import dev.releaseledger.domain.privacy.FreeText;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.key.Sha256;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts that events hold digests of. They are kept in the transaction in which the event is
 * recorded, and can be deleted without anybody's proof failing.
 */
@Component
class FreeTexts implements KeptTexts, TextKeeping {

  private static final int SALT = 16;

  /** An event, and all that are about the same rollout. */
  private static final String OF_ROLLOUT =
      """
      select other.payload from ledger_event one
      join ledger_event other
        on other.position = one.position
        or ledger_rollout_of(other.payload) = ledger_rollout_of(one.payload)
      where one.position = ?
      """;

  /** The events of an actor that have texts. */
  private static final String WITH_TEXTS =
      """
      select event.position from view_timeline entry
      join ledger_event event on event.position = entry.position
      where hashtext(entry.actor) = hashtext(?) and entry.actor = ?
        and position(? in event.payload) > 0
      """;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  FreeTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Sha256 keep(String text, String actor) {
    byte[] salt = new byte[SALT];
    random.nextBytes(salt);
    Sha256 commitment = RevealedText.commitment(salt, text);
    jdbc.sql("insert into free_text (commitment, salt, text, actor) values (?, ?, ?, ?)")
        .params(commitment.hex(), salt, text, actor)
        .update();
    return commitment;
  }

  /** Stored events, in the same order, with texts in the place of digests. */
  public List<String> opened(List<String> payloads) {
    Map<String, String> texts = new HashMap<>();
    revealed(payloads).forEach((commitment, it) -> texts.put(commitment, words(it)));
    return payloads.stream()
        .map(payload -> SaltedText.opened(payload, it -> texts.getOrDefault(it, FreeText.ERASED)))
        .toList();
  }

  @Override
  public Optional<Sha256> commitment(String payload, String member) {
    return SaltedText.of(payload, member);
  }

  @Override
  public SortedMap<String, RevealedText> revealed(Collection<String> payloads) {
    String[] commitments =
        payloads.stream().flatMap(it -> SaltedText.in(it).stream()).toArray(String[]::new);
    SortedMap<String, RevealedText> known = new TreeMap<>();
    if (commitments.length > 0) {
      jdbc.sql("select commitment, salt, text from free_text where commitment = any(?)")
          .param(commitments)
          .query((row, number) ->
              new RevealedText(
                  Sha256.parseHex(row.getString(1)), row.getBytes(2), row.getString(3)))
          .list()
          .forEach(text -> known.put(text.commitment().hex(), text));
    }
    return known;
  }

  @Override
  public SortedSet<String> ofEvent(long position) {
    Set<String> own =
        revealed(payloads("select payload from ledger_event where position = ?", position))
            .values()
            .stream()
            .map(RevealedText::text)
            .collect(Collectors.toSet());
    return revealed(payloads(OF_ROLLOUT, position)).values().stream()
        .filter(it -> own.contains(it.text()))
        .map(it -> SaltedText.digest(it.commitment().hex()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> payloads(String sql, long position) {
    return jdbc.sql(sql).param(position).query(String.class).list();
  }

  @Override
  public SortedSet<String> writtenBy(String actor) {
    SortedSet<String> written =
        jdbc
            .sql("select commitment from free_text where actor = ?")
            .param(actor)
            .query(String.class)
            .list()
            .stream()
            .map(SaltedText::digest)
            .collect(Collectors.toCollection(TreeSet::new));
    // What they wrote is repeated by events of others, such as the reason of a release.
    jdbc.sql(WITH_TEXTS)
        .params(actor, actor, SaltedText.START)
        .query(Long.class)
        .list()
        .forEach(position -> written.addAll(ofEvent(position)));
    return written;
  }

  @Override
  public long lastErasure() {
    return jdbc.sql(
            """
            select coalesce(max(position), 0) from ledger_event
            where name in ('texts-erased', 'actor-erased')
            """)
        .query(Long.class)
        .single();
  }

  @Override
  public Instant lastRecorded(Collection<String> digests) {
    return jdbc.sql("select max(recorded_at) from free_text where commitment = any(?)")
        .param(digests.stream().map(it -> Entry.digestOf(it).hex()).toArray(String[]::new))
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant)
        .orElse(Instant.MIN);
  }

  private static String words(RevealedText text) {
    return text.opens() ? text.text() : FreeText.ALTERED;
  }
}
