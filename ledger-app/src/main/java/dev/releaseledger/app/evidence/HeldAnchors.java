package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.NoteSignature;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where checkpoints are held by others, with what leads from them to a later one. */
@Component
public class HeldAnchors {

  private final JdbcClient jdbc;
  private final TransparencyLog log;

  HeldAnchors(JdbcClient jdbc, TransparencyLog log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  /**
   * A checkpoint that somebody else holds.
   *
   * @param at when they took it, by the clock of the service
   */
  public record Held(long size, Instant at, Anchor anchor) {}

  /**
   * Those that say something of leaves from an index on: the last without any of them at each
   * place, and all since then, up to the checkpoint.
   */
  List<Held> upTo(SignedCheckpoint checkpoint, long firstIndex) {
    return jdbc.sql(
            """
            select anchor.size, anchor.kind, anchor.place, anchor.receipt, anchor.anchored_at,
              signed.note
            from ledger_anchor anchor join ledger_checkpoint signed using (size)
            where anchor.size <= :size and (anchor.size > :first or anchor.anchor in (
              select max(earlier.anchor) from ledger_anchor earlier
              where earlier.size <= :first group by earlier.kind, earlier.place))
            order by anchor.anchor
            """)
        .param("size", checkpoint.size())
        .param("first", firstIndex)
        .query((row, number) -> {
          AnchorPolicy.Kind kind =
              AnchorPolicy.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
          byte[] receipt = row.getBytes("receipt");
          return new Held(
              row.getLong("size"),
              row.getTimestamp("anchored_at").toInstant(),
              new Anchor(
                  kind,
                  row.getString("place"),
                  note(row.getString("note"), kind, receipt),
                  receipt));
        })
        .list();
  }

  /** The note as it is held: a witness holds it with its own signature. */
  private static byte[] note(String note, AnchorPolicy.Kind kind, byte[] receipt) {
    Note held = Note.parse(note.getBytes(StandardCharsets.UTF_8)).orThrow();
    return kind == AnchorPolicy.Kind.WITNESS
        ? held.with(cosignatures(held.text(), receipt)).bytes()
        : held.bytes();
  }

  /** The lines that a witness gave for a text. */
  private static List<NoteSignature> cosignatures(String text, byte[] receipt) {
    String lines = new String(receipt, StandardCharsets.UTF_8).strip();
    return Note.parse((text + "\n" + lines + "\n").getBytes(StandardCharsets.UTF_8))
        .orThrow()
        .signatures();
  }

  /** The note of a checkpoint with what witnesses have said to it. */
  static Note cosigned(SignedCheckpoint checkpoint, List<Held> held) {
    List<NoteSignature> signatures = new ArrayList<>();
    for (Held one : held) {
      if (one.size() == checkpoint.size() && one.anchor().kind() == AnchorPolicy.Kind.WITNESS) {
        signatures.addAll(cosignatures(checkpoint.note().text(), one.anchor().receipt()));
      }
    }
    return checkpoint.note().with(signatures);
  }

  /** What leads from each of them to the checkpoint. */
  List<ConsistencyProof> consistency(SignedCheckpoint checkpoint, List<Held> held) {
    return held.stream()
        .map(Held::size)
        .distinct()
        .filter(size -> size < checkpoint.size())
        .sorted()
        .map(size -> log.consistency(size, checkpoint.size()))
        .toList();
  }
}
