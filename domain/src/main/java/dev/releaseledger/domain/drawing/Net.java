package dev.releaseledger.domain.drawing;

import java.util.List;

/**
 * All foreign keys to one column of a table that go off to the same side: they share a line as far
 * as they go the same way.
 *
 * @param parentLayer the column of boxes that the table stands in
 * @param rightwards whether those who refer to it stand in the same column or to the right
 */
record Net(
    String parent, String referenced, int parentLayer, boolean rightwards, List<Relation> uses) {

  Net {
    uses = List.copyOf(uses);
  }
}
