package dev.releaseledger.evidence.archive;

import java.util.SortedMap;

/** What came of reading an archive. */
public sealed interface ArchiveReading {

  /** The files by their names, in order. */
  record Opened(SortedMap<String, byte[]> files) implements ArchiveReading {}

  /** The archive is not one that this project writes; nothing of it was taken. */
  record Refused(ArchiveFault fault, String where) implements ArchiveReading {

    /** What is wrong and where, as one line. */
    public String sentence() {
      return where.isEmpty() ? fault.sentence() : fault.sentence() + ": " + where;
    }
  }
}
