package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Node.Action;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The order of preference when nothing else decides: columns come to a table as declared. */
final class DeclaredOrder implements Comparator<Node> {

  private record Place(String table, int position) {}

  private static final Comparator<Place> PLACES =
      Comparator.comparing(Place::table).thenComparing(Place::position);

  private final Map<ObjectId, Place> places = new HashMap<>();

  DeclaredOrder(Parts target, Set<ObjectId> created) {
    for (ObjectId id : created) {
      if (id.kind() == ObjectKind.COLUMN) {
        Column column = (Column) target.object(id);
        List<String> order = target.schema().columnOrder().getOrDefault(column.table(), List.of());
        places.put(id, new Place(column.table(), order.indexOf(column.name())));
      }
    }
  }

  @Override
  public int compare(Node one, Node other) {
    Place first = place(one);
    Place second = place(other);
    int byPlace = first == null || second == null ? 0 : PLACES.compare(first, second);
    return byPlace == 0 ? one.compareTo(other) : byPlace;
  }

  private @Nullable Place place(Node node) {
    return node.action() == Action.CREATE ? places.get(node.part()) : null;
  }
}
