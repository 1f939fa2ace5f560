package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.timestamp.StampedTime;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * A checkpoint is held in a place that the ledger does not own.
 *
 * @param kind what kind of place
 * @param place which one, for people: the name of an authority, the address of a repository
 * @param checkpoint the very bytes of the note that is held there
 * @param receipt what the place gave for it: a time stamp, the name of a commit; may be empty
 */
public record Anchor(AnchorPolicy.Kind kind, String place, byte[] checkpoint, byte[] receipt) {

  /** Where anchors are in the archive, each in a folder by its number. */
  public static final String FOLDER = "anchors/";

  /** The file that says what kind of anchor it is. */
  public static final String ABOUT = "anchor.json";

  /** The file of the note. */
  public static final String CHECKPOINT = "checkpoint";

  /** The file of the receipt. */
  public static final String RECEIPT = "receipt";

  /** Witnesses say when to the second. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  byte[] about() {
    return Canonical.bytes(new Members().word("kind", kind).text("place", place).built());
  }

  /**
   * When it was held, as the receipt claims; who signed that is for a verifier to look at. A place
   * that says no time, such as a git repository, has none.
   */
  public Optional<StampedTime> claimedTime() {
    return switch (kind) {
      case RFC3161 -> StampedTime.claimedBy(receipt);
      case WITNESS ->
          switch (Note.parse(checkpoint)) {
            case Read.Good(Note note) ->
                note.signatures().stream()
                    .flatMap(signature -> signature.claimedTime().stream())
                    .min(Comparator.naturalOrder())
                    .map(at -> new StampedTime(at, SECOND));
            case Read.Bad<Note> _ -> Optional.empty();
          };
      case GIT, EXPORT -> Optional.empty();
    };
  }

  /** The anchor of these three files. */
  public static Read<Anchor> read(byte[] about, byte[] checkpoint, byte[] receipt) {
    return StrictJson.readCanonical(about)
        .then((Json.Obj value) ->
            Fields.of(
                value,
                fields ->
                    new Anchor(
                        fields.word("kind", AnchorPolicy.Kind.class),
                        fields.text("place"),
                        checkpoint,
                        receipt)));
  }
}
