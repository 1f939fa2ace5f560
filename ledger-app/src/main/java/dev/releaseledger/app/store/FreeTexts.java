package dev.releaseledger.app.store;

import dev.releaseledger.app.port.KeptTexts;
import dev.releaseledger.domain.privacy.FreeText;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.key.Sha256;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts that events hold digests of. They are kept in the transaction in which the event is
 * recorded, and can be deleted without anybody's proof failing.
 */
@Component
class FreeTexts implements KeptTexts {

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

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  FreeTexts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a text that an actor has recorded; answers with what the event says of it. */
  Sha256 kept(String text, String actor) {
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
  public List<String> ofEvent(long position) {
    Collection<RevealedText> own =
        revealed(payloads("select payload from ledger_event where position = ?", position))
            .values();
    return revealed(payloads(OF_ROLLOUT, position)).values().stream()
        .filter(text -> own.stream().anyMatch(it -> text.text().contains(it.text())))
        .map(text -> SaltedText.digest(text.commitment().hex()))
        .toList();
  }

  private List<String> payloads(String sql, long position) {
    return jdbc.sql(sql).param(position).query(String.class).list();
  }

  @Override
  public List<String> writtenBy(String actor) {
    return jdbc
        .sql("select commitment from free_text where actor = ? order by recorded_at, commitment")
        .param(actor)
        .query(String.class)
        .list()
        .stream()
        .map(SaltedText::digest)
        .toList();
  }

  private static String words(RevealedText text) {
    return text.opens() ? text.text() : FreeText.ALTERED;
  }
}
