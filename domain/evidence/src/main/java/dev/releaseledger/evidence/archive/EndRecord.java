package dev.releaseledger.evidence.archive;

import java.nio.ByteBuffer;

/** The last 22 bytes of an archive: how many files, and where their directory is. */
record EndRecord(int files, int directorySize, int directoryOffset) {

  static EndRecord read(byte[] bytes, ByteBuffer buffer, ArchiveLimits limits)
      throws RefusedArchive {
    long room = limits.totalBytes() + 1024L * limits.files() + ZipLayout.END_SIZE;
    ArchiveReader.demand(bytes.length <= room, ArchiveFault.ARCHIVE_TOO_LARGE, "");
    int at = bytes.length - ZipLayout.END_SIZE;
    if (at < 0 || buffer.getInt(at) != ZipLayout.END_SIGNATURE) {
      throw new RefusedArchive(noEnd(bytes, buffer));
    }
    ArchiveReader.demand(buffer.getShort(at + 20) == 0, ArchiveFault.COMMENT, "of the archive");
    int files = buffer.getShort(at + 10) & 0xFFFF;
    ArchiveReader.demand(
        buffer.getInt(at + 4) == 0 && (buffer.getShort(at + 8) & 0xFFFF) == files,
        ArchiveFault.SEVERAL_DISKS,
        "");
    ArchiveReader.demand(
        files <= Math.min(limits.files(), ZipLayout.MOST_FILES),
        ArchiveFault.TOO_MANY_FILES,
        "" + files);
    long size = buffer.getInt(at + 12) & 0xFFFFFFFFL;
    long offset = buffer.getInt(at + 16) & 0xFFFFFFFFL;
    ArchiveReader.demand(offset + size == at, ArchiveFault.DIRECTORY_MISPLACED, "");
    return new EndRecord(files, (int) size, (int) offset);
  }

  private static ArchiveReading.Refused noEnd(byte[] bytes, ByteBuffer buffer) {
    for (int at = bytes.length - ZipLayout.END_SIZE - 1; at >= 0; at--) {
      if (buffer.getInt(at) == ZipLayout.END_SIGNATURE) {
        int behind = bytes.length - at - ZipLayout.END_SIZE;
        return (buffer.getShort(at + 20) & 0xFFFF) == behind
            ? new ArchiveReading.Refused(ArchiveFault.COMMENT, "of the archive")
            : new ArchiveReading.Refused(ArchiveFault.TRAILING_BYTES, behind + " bytes");
      }
    }
    return new ArchiveReading.Refused(ArchiveFault.NOT_AN_ARCHIVE, "");
  }
}
