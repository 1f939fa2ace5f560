package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.AnchorPlaces;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.evidence.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The places that keep checkpoints, as the operator has named them; there may be none. */
@Component
class Anchors {

  private final Map<AnchorEntry, AnchorPlace> places = new LinkedHashMap<>();
  private final int required;

  Anchors(LedgerSettings settings, List<AnchorPlaces> makers) {
    String file = settings.anchors().file();
    if (file.isEmpty()) {
      required = 0;
      return;
    }
    AnchorList list = read(Path.of(file).toAbsolutePath());
    list.entries().forEach(entry -> places.put(entry, made(entry, makers)));
    required = list.required();
  }

  /** Whether there are any. */
  boolean areThere() {
    return !places.isEmpty();
  }

  /** All of them. */
  Map<AnchorEntry, AnchorPlace> all() {
    return places;
  }

  /** How many have to keep a checkpoint for it to be anchored. */
  int required() {
    return required;
  }

  /** How the kind of a place is written down. */
  static String kindOf(AnchorEntry entry) {
    return entry.kind().name().toLowerCase(Locale.ROOT);
  }

  private static AnchorList read(Path file) {
    try {
      return switch (AnchorsFile.parse(Files.readString(file), file)) {
        case Read.Good<AnchorList>(AnchorList list) -> list;
        case Read.Bad<AnchorList>(String reason) ->
            throw new IllegalArgumentException("ledger.anchors.file: " + file + ": " + reason);
      };
    } catch (IOException e) {
      throw new IllegalArgumentException("ledger.anchors.file: " + file + " cannot be read", e);
    }
  }

  private static AnchorPlace made(AnchorEntry entry, List<AnchorPlaces> makers) {
    return makers.stream()
        .flatMap(maker -> maker.of(entry).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody knows anchors like " + entry.name()));
  }
}
