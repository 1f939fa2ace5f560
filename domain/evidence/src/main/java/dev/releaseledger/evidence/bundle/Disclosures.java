package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.StrictJson;
import java.util.List;

/** What the exporter chose to reveal of what events hold as references and commitments only. */
public record Disclosures(List<RevealedText> texts, List<NamedActor> actors) {

  /** Where they are in the archive. */
  public static final String NAME = "disclosures.json";

  /** Keeps copies, and refuses one actor with two names. */
  public Disclosures {
    texts = List.copyOf(texts);
    actors = List.copyOf(actors);
    if (actors.stream().map(NamedActor::actorRef).distinct().count() != actors.size()) {
      throw new Malformed("an actor is named twice");
    }
  }

  /** The disclosures as they are stored. */
  public byte[] bytes() {
    return Canonical.bytes(
        new Members()
            .list("actors", actors, NamedActor::json)
            .list("texts", texts, RevealedText::json)
            .built());
  }

  /** The disclosures that these bytes are, to the byte. */
  public static Read<Disclosures> read(byte[] bytes) {
    return StrictJson.readCanonical(bytes).then(value -> Fields.of(value, Disclosures::of));
  }

  private static Disclosures of(Fields fields) {
    return new Disclosures(
        fields.objects("texts", RevealedText::of), fields.objects("actors", NamedActor::of));
  }
}
