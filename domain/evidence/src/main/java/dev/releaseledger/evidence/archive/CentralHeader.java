package dev.releaseledger.evidence.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the directory says about one file. */
record CentralHeader(
    String name,
    int flags,
    int method,
    int crc,
    long packedSize,
    long size,
    int extraLength,
    int commentLength,
    long attributes,
    long offset,
    int end) {

  private static final int ENCRYPTED = 0x2041;
  private static final int DATA_DESCRIPTOR = 0x8;

  static CentralHeader read(ByteBuffer in, int at, int stop) throws RefusedArchive {
    ArchiveReader.demand(
        at + ZipLayout.CENTRAL_SIZE <= stop && in.getInt(at) == ZipLayout.CENTRAL_SIGNATURE,
        ArchiveFault.DIRECTORY_DAMAGED,
        "at byte " + at);
    int nameLength = in.getShort(at + 28) & 0xFFFF;
    int extraLength = in.getShort(at + 30) & 0xFFFF;
    int commentLength = in.getShort(at + 32) & 0xFFFF;
    int end = at + ZipLayout.CENTRAL_SIZE + nameLength + extraLength + commentLength;
    ArchiveReader.demand(end <= stop, ArchiveFault.DIRECTORY_DAMAGED, "at byte " + at);
    byte[] name = new byte[nameLength];
    in.get(at + ZipLayout.CENTRAL_SIZE, name);
    return new CentralHeader(
        // Whatever is not ASCII becomes a character that no name may have.
        new String(name, StandardCharsets.US_ASCII),
        in.getShort(at + 8) & 0xFFFF,
        in.getShort(at + 10) & 0xFFFF,
        in.getInt(at + 16),
        in.getInt(at + 20) & 0xFFFFFFFFL,
        in.getInt(at + 24) & 0xFFFFFFFFL,
        extraLength,
        commentLength,
        in.getInt(at + 38) & 0xFFFFFFFFL,
        in.getInt(at + 42) & 0xFFFFFFFFL,
        end);
  }

  void demandPlain() throws RefusedArchive {
    Optional<ArchiveFault> unsafe = ArchiveNames.faultOf(name);
    if (unsafe.isPresent()) {
      throw new RefusedArchive(new ArchiveReading.Refused(unsafe.get(), printable(name)));
    }
    ArchiveReader.demand((flags & ENCRYPTED) == 0, ArchiveFault.ENCRYPTED, name);
    ArchiveReader.demand((flags & DATA_DESCRIPTOR) == 0, ArchiveFault.DATA_DESCRIPTOR, name);
    ArchiveReader.demand(flags == 0, ArchiveFault.FLAGS, name);
    ArchiveReader.demand(method == 0 && packedSize == size, ArchiveFault.COMPRESSED, name);
    ArchiveReader.demand(extraLength == 0, ArchiveFault.EXTRA_FIELD, name);
    ArchiveReader.demand(commentLength == 0, ArchiveFault.COMMENT, name);
    ArchiveReader.demand(attributes == 0, ArchiveFault.ATTRIBUTES, name);
  }

  /** A name from a stranger is shown on a terminal, so it brings no control characters. */
  private static String printable(String name) {
    String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
    return shown.replaceAll("[^ -~]", "?");
  }
}
