package dev.releaseledger.app.git;

import dev.releaseledger.app.refusal.GitRefusal.AmbiguousRef;
import dev.releaseledger.app.refusal.GitRefusal.UnknownRef;
import dev.releaseledger.domain.policy.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
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
        commit(walk, exact.getObjectId()).ifPresent(commit -> found.put(place + ref, commit));
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
        commit(walk, id).ifPresent(commit -> found.put("commit " + commit.name(), commit));
      }
    }
    return found;
  }

  /** The commit an object is or a tag leads to; a full id need not be one of this repository. */
  private static Optional<ObjectId> commit(RevWalk walk, ObjectId id) throws IOException {
    try {
      return Optional.of(walk.parseCommit(id).toObjectId());
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }
}
