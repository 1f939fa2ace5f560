package dev.releaseledger.app.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;

/** Whose files are whose, in numbers, because the user a server runs as may have no name. */
final class Ownership {

  private Ownership() {}

  /** The user this process runs as; 0 is root. */
  static long ownUid() {
    return new UnixSystem().getUid();
  }

  static long uidOf(Path path) throws IOException {
    return ((Number) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)).longValue();
  }

  /** Gives a directory and everything below to a user and the group of the same number. */
  static void give(Path directory, long uid) throws IOException {
    if (uidOf(directory) == uid) {
      return;
    }
    try (Stream<Path> all = Files.walk(directory)) {
      // The directory itself comes last: its owner says whether the work below is finished.
      for (Path path : all.toList().reversed()) {
        Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", (int) uid, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /** Whether any user can pass through every directory down to and including this one. */
  static boolean everybodyReaches(Path directory) throws IOException {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }
}
