package dev.releaseledger.evidence.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Every parser of this module. */
final class Targets {

  private Targets() {}

  static List<Target> all() {
    return Stream.of(NoteTargets.all(), JsonTargets.all(), FileTargets.all())
        .flatMap(List::stream)
        .toList();
  }
}
