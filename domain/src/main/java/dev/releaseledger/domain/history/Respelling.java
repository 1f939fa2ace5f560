package dev.releaseledger.domain.history;

import dev.releaseledger.domain.diff.AspectChange;
import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a definition that changed from one in which only the names are others.
 *
 * <p>It errs on one side: what it cannot explain by renames alone counts as changed.
 */
final class Respelling {

  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*", Pattern.DOTALL);

  private final Map<String, String> relations = new HashMap<>();
  private final Map<String, Map<String, String>> columns = new HashMap<>();

  Respelling(Continuity continuity) {
    continuity.former().forEach(this::learn);
  }

  private void learn(ObjectId now, ObjectId before) {
    String is = Continuity.last(now);
    String was = Continuity.last(before);
    if (was.equals(is) || now.kind() == ObjectKind.PRIVILEGES) {
      return;
    }
    if (now.kind() == ObjectKind.COLUMN) {
      columns
          .computeIfAbsent(QualifiedName.of(now).container(), table -> new HashMap<>())
          .put(was, is);
    } else {
      relations.put(was, is);
    }
  }

  /** Whether renames alone make these aspects what they are. */
  boolean explains(ObjectId whole, List<AspectChange> aspects) {
    if (relations.isEmpty() && columns.isEmpty()) {
      return false;
    }
    Map<String, String> own = new HashMap<>(relations);
    own.putAll(columns.getOrDefault(whole.identity(), Map.of()));
    Map<String, String> all = new HashMap<>(own);
    columns.values().forEach(names -> names.forEach(all::putIfAbsent));
    return aspects.stream().allMatch(it -> explains(own, it) || explains(all, it));
  }

  private static boolean explains(Map<String, String> names, AspectChange aspect) {
    @Nullable String before = aspect.before();
    return before != null && respelled(before, names).equals(aspect.after());
  }

  private static String respelled(String text, Map<String, String> names) {
    return PIECE
        .matcher(text)
        .replaceAll(
            piece -> Matcher.quoteReplacement(names.getOrDefault(piece.group(), piece.group())));
  }
}
