package dev.releaseledger.app.git;

import dev.releaseledger.app.refusal.GitRefusal.AmbiguousRef;
import dev.releaseledger.app.refusal.GitRefusal.UnknownRef;
import dev.releaseledger.domain.policy.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Turns what a person typed into one commit, or says why it cannot.
 *
 * <p>Git would quietly prefer a tag over a branch of the same name; a ledger asks back.
 */
final class RefResolution {

  private static final List<String> PLACES =
      List.of("", Constants.R_HEADS, Constants.R_TAGS, Constants.R_REMOTES);

  private RefResolution() {}

  static ObjectId resolve(Repository git, RevWalk walk, String repository, String ref)
      throws IOException {
    Map<String, ObjectId> named = named(git, walk, ref);
    Map<String, ObjectId> found = named.isEmpty() ? abbreviated(git, walk, ref) : named;
    if (found.isEmpty()) {
      throw new Refused(new UnknownRef(repository, ref));
    }
    if (found.values().stream().distinct().count() > 1) {
      throw new Refused(
          new AmbiguousRef(
              ref,
              found.entrySet().stream()
                  .map(entry -> entry.getKey() + " at " + entry.getValue().name())
                  .toList()));
    }
    return found.values().iterator().next();
  }

  private static Map<String, ObjectId> named(Repository git, RevWalk walk, String ref)
      throws IOException {
    Map<String, ObjectId> found = new TreeMap<>();
    for (String place : PLACES) {
      boolean whole = ref.startsWith(Constants.R_REFS) || ref.equals(Constants.HEAD);
      if (place.isEmpty() != whole) {
        continue;
      }
      Ref exact = git.exactRef(place + ref);
      if (exact != null && exact.getObjectId() != null) {
        found.put(place + ref, walk.parseCommit(exact.getObjectId()).toObjectId());
      }
    }
    return found;
  }

  private static Map<String, ObjectId> abbreviated(Repository git, RevWalk walk, String ref)
      throws IOException {
    Map<String, ObjectId> found = new TreeMap<>();
    if (!ref.matches("[0-9a-fA-F]{4,40}")) {
      return found;
    }
    try (ObjectReader reader = git.newObjectReader()) {
      for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(ref))) {
        RevObject object = walk.parseAny(id);
        if (object instanceof RevCommit commit) {
          found.put("commit " + commit.name(), commit.toObjectId());
        }
      }
    }
    return found;
  }
}
