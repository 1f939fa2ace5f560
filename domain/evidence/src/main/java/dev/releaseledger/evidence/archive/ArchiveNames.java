package dev.releaseledger.evidence.archive;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which names a file in an archive may have: those that mean the same file on every system. */
public final class ArchiveNames {

  private static final int LONGEST = 200;

  private ArchiveNames() {}

  /** What is wrong with a name by itself. */
  public static Optional<ArchiveFault> faultOf(String name) {
    if (name.length() > LONGEST) {
      return Optional.of(ArchiveFault.NAME_TOO_LONG);
    }
    if (name.indexOf('\\') >= 0) {
      return Optional.of(ArchiveFault.NAME_BACKSLASH);
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return Optional.of(ArchiveFault.NAME_ABSOLUTE);
    }
    for (String part : name.split("/", -1)) {
      Optional<ArchiveFault> fault = faultOfPart(part);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private static Optional<ArchiveFault> faultOfPart(String part) {
    if (part.isEmpty()) {
      return Optional.of(ArchiveFault.NAME_EMPTY);
    }
    if (part.equals(".") || part.equals("..")) {
      return Optional.of(ArchiveFault.NAME_ESCAPES);
    }
    // Windows drops a dot at the end, so that two names would be one file.
    return part.endsWith(".") || !part.chars().allMatch(ArchiveNames::usual)
        ? Optional.of(ArchiveFault.NAME_UNUSUAL)
        : Optional.empty();
  }

  private static boolean usual(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._-+@".indexOf(c) >= 0;
  }

  /** What is wrong with names that are fine one by one. */
  static Optional<ArchiveReading.Refused> clashIn(List<String> names) {
    Set<String> files = new HashSet<>();
    for (String name : names) {
      if (!files.add(name.toLowerCase(Locale.ROOT))) {
        return Optional.of(new ArchiveReading.Refused(ArchiveFault.NAME_DUPLICATE, name));
      }
    }
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', slash + 1)) {
        if (files.contains(lower.substring(0, slash))) {
          return Optional.of(new ArchiveReading.Refused(ArchiveFault.NAME_IS_FOLDER, name));
        }
      }
    }
    return Optional.empty();
  }
}
