package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.bundle.ConnectionMap;
import dev.releaseledger.evidence.log.Leaf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as an outsider knows it: a leaf with a name, and JSON with fields.
 *
 * @param index of the leaf
 */
record Entry(long index, Leaf leaf, Json.Obj payload) {

  String name() {
    return leaf.type();
  }

  boolean is(String name) {
    return leaf.type().equals(name);
  }

  boolean isIn(Leaf other) {
    return leaf.aggregate().equals(other.aggregate())
        && leaf.aggregateId().equals(other.aggregateId());
  }

  boolean isAbout(String rollout) {
    return text("rollout").map(rollout::equals).orElse(false);
  }

  Optional<String> text(String name) {
    return payload.find(name) instanceof Json.Str(String value)
        ? Optional.of(value)
        : Optional.empty();
  }

  String demandText(String name) {
    return payload.text(name);
  }

  Instant at() {
    return instant("at");
  }

  Instant instant(String name) {
    String text = payload.text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Malformed("\"" + name + "\" of the event at " + index + " is not a time");
    }
  }

  Sha256 digest(String name) {
    return ConnectionMap.digest(payload.text(name));
  }

  Optional<Boolean> flag(String name) {
    return payload.find(name) instanceof Json.Bool(boolean value)
        ? Optional.of(value)
        : Optional.empty();
  }

  Optional<Json.Obj> object(String name) {
    return payload.find(name) instanceof Json.Obj value ? Optional.of(value) : Optional.empty();
  }

  static List<String> texts(Json.Obj object, String name) {
    return object.find(name) instanceof Json.Arr(List<Json> elements)
        ? elements.stream()
            .flatMap(element ->
                element instanceof Json.Str(String value)
                    ? java.util.stream.Stream.of(value)
                    : java.util.stream.Stream.empty())
            .toList()
        : List.of();
  }
}
