package dev.releaseledger.app.store;

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
public class FreeTexts {

  private static final int SALT = 16;

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

  /** The digest that stands for one member of a stored event, or nothing where the text does. */
  public static Optional<Sha256> commitmentOf(String payload, String member) {
    return SaltedText.of(payload, member);
  }

  /** What is still known of the texts of these stored events, by digest. */
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

  private static String words(RevealedText text) {
    return text.opens() ? text.text() : FreeText.ALTERED;
  }
}
