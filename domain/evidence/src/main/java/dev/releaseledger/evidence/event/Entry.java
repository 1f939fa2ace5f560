package dev.releaseledger.evidence.event;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event as an outsider knows it: a leaf with a name, and JSON with fields.
 *
 * @param index of the leaf
 * @param leaf what the log holds of it
 * @param payload what is stored of it
 */
public record Entry(long index, Leaf leaf, Json.Obj payload) {

  private static final String PREFIX = "sha256:";

  /** Its name, as docs/events.md has it. */
  public String name() {
    return leaf.type();
  }

  /** Whether it has this name. */
  public boolean is(String name) {
    return leaf.type().equals(name);
  }

  /** Whether it is of the aggregate of another. */
  public boolean isIn(Leaf other) {
    return leaf.aggregate().equals(other.aggregate())
        && leaf.aggregateId().equals(other.aggregateId());
  }

  /** Whether it is about this rollout. */
  public boolean isAbout(String rollout) {
    return text("rollout").map(rollout::equals).orElse(false);
  }

  /** A text, where it has one of this name. */
  public Optional<String> text(String name) {
    return payload.find(name) instanceof Json.Str(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** A text that it has to have. */
  public String demandText(String name) {
    return payload.text(name);
  }

  /** When it happened, as it says itself. */
  public Instant at() {
    return instant("at");
  }

  /** A time that it has to have. */
  public Instant instant(String name) {
    String text = payload.text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("\"" + name + "\" of the event at " + index + " is not a time");
    }
  }

  /** A digest that it has to have. */
  public Sha256 digest(String name) {
    return digestOf(payload.text(name));
  }

  /** The digest of a text such as {@code sha256:e3b0...}. */
  public static Sha256 digestOf(String text) {
    if (!text.startsWith(PREFIX)) {
      throw new Malformed("not a digest that starts with " + PREFIX);
    }
    return Sha256.parseHex(text.substring(PREFIX.length()));
  }

  /** Yes or no, where it says so. */
  public Optional<Boolean> flag(String name) {
    return payload.find(name) instanceof Json.Bool(boolean value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** An object, where it has one of this name. */
  public Optional<Json.Obj> object(String name) {
    return payload.find(name) instanceof Json.Obj value ? Optional.of(value) : Optional.empty();
  }

  /** The digest of a text that is kept beside the ledger, where it has one of this name. */
  public Optional<Sha256> commitment(String name) {
    return object(name).map(text -> digestOf(text.text("salted")));
  }

  /** The texts of a list, where there is one. */
  public static List<String> texts(Json.Obj object, String name) {
    return object.find(name) instanceof Json.Arr(List<Json> elements)
        ? elements.stream()
            .flatMap(element ->
                element instanceof Json.Str(String value) ? Stream.of(value) : Stream.empty())
            .toList()
        : List.of();
  }
}
