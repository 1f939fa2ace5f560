package dev.releaseledger.app.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of a commit in a repository without a working copy. */
record AnchorTree(Repository repository, Optional<ObjectId> tip) {

  private static final String WHO = "Release Ledger";
  private static final String ADDRESS = "anchors@release-ledger.invalid";

  /** The content of a file. */
  Optional<byte[]> file(String path) throws IOException {
    if (tip.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk tree = TreeWalk.forPath(repository, path, walk.parseCommit(tip.get()).getTree())) {
      return tree == null || tree.getFileMode(0) != FileMode.REGULAR_FILE
          ? Optional.empty()
          : Optional.of(repository.open(tree.getObjectId(0), Constants.OBJ_BLOB).getBytes());
    }
  }

  /** A commit on top, with these files added or replaced. */
  ObjectId commit(Map<String, byte[]> files, String message, Instant at) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(tree(files, inserter));
      tip.ifPresent(commit::setParentId);
      PersonIdent who = new PersonIdent(WHO, ADDRESS, at, ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setEncoding(StandardCharsets.UTF_8);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return id;
    }
  }

  private ObjectId tree(Map<String, byte[]> files, ObjectInserter inserter) throws IOException {
    DirCache index = DirCache.newInCore();
    DirCacheBuilder present = index.builder();
    if (tip.isPresent()) {
      try (RevWalk walk = new RevWalk(repository);
          ObjectReader reader = repository.newObjectReader()) {
        present.addTree(
            new byte[0], DirCacheEntry.STAGE_0, reader, walk.parseCommit(tip.get()).getTree());
      }
    }
    present.finish();
    Map<String, ObjectId> blobs = new TreeMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      blobs.put(file.getKey(), inserter.insert(Constants.OBJ_BLOB, file.getValue()));
    }
    DirCacheEditor editor = index.editor();
    blobs.forEach((path, blob) -> editor.add(new Content(path, blob)));
    editor.finish();
    return index.writeTree(inserter);
  }

  /** Gives a path its content. */
  private static final class Content extends DirCacheEditor.PathEdit {

    private final ObjectId blob;

    private Content(String path, ObjectId blob) {
      super(path);
      this.blob = blob;
    }

    @Override
    public void apply(DirCacheEntry entry) {
      entry.setFileMode(FileMode.REGULAR_FILE);
      entry.setObjectId(blob);
    }
  }
}
