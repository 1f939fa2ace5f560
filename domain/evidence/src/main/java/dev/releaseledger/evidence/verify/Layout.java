package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.ManifestEntry;
import dev.releaseledger.evidence.bundle.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where which files may be, and what they are worth there: nothing lies about unlooked at. */
final class Layout {

  private record Place(Pattern names, Standing standing) {}

  private static final List<Place> BOTH =
      List.of(
          place("README\\.txt|trust/trust\\.json", Standing.CONVENIENCE),
          place("report\\.(html|pdf|md)|oscal-ar\\.json", Standing.DERIVED),
          place("checkpoint", Standing.AUTHORITATIVE),
          place("anchors/[0-9]{4}/(anchor\\.json|checkpoint|receipt)", Standing.AUTHORITATIVE),
          place("consistency/[0-9]+-[0-9]+", Standing.AUTHORITATIVE));

  private static final List<Place> RELEASE =
      List.of(
          place("artifacts/(" + roles() + ")/[^/]+", Standing.AUTHORITATIVE),
          place("events/[0-9]{4,}\\.(leaf\\.json|payload|metadata)", Standing.AUTHORITATIVE),
          place("proofs/[0-9]{4,}\\.tlog-proof", Standing.AUTHORITATIVE),
          place("disclosures\\.json", Standing.AUTHORITATIVE),
          place("statements/(gate|test-[0-9]{4,})\\.dsse\\.json", Standing.DERIVED));

  private static final List<Place> PERIOD =
      List.of(
          place("from\\.checkpoint|frontier|leaves\\.jsonl", Standing.AUTHORITATIVE),
          place("events\\.jsonl|earlier\\.jsonl", Standing.AUTHORITATIVE),
          place("(releases|exceptions|sample)\\.csv|exceptions\\.json", Standing.AUTHORITATIVE));

  private Layout() {}

  static boolean knows(BundleKind kind, ManifestEntry entry) {
    List<Place> own =
        switch (kind) {
          case RELEASE -> RELEASE;
          case PERIOD -> PERIOD;
        };
    return has(BOTH, entry) || has(own, entry);
  }

  private static boolean has(List<Place> places, ManifestEntry entry) {
    return places.stream()
        .anyMatch(place ->
            place.standing() == entry.standing() && place.names().matcher(entry.name()).matches());
  }

  private static Place place(String names, Standing standing) {
    return new Place(Pattern.compile(names), standing);
  }

  private static String roles() {
    return Arrays.stream(ArtifactRole.values())
        .map(ArtifactRole::folder)
        .collect(Collectors.joining("|"));
  }
}
