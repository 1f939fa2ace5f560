package dev.releaseledger.evidence.archive;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Writes files as a zip whose bytes depend on nothing but names and contents: in order of the
 * names, without times, and stored, since what deflate makes differs from one zlib to another.
 */
public final class ArchiveWriter {

  private ArchiveWriter() {}

  /** The archive of these files; names that a reader would refuse are a mistake of the caller. */
  public static byte[] write(Map<String, byte[]> files) {
    SortedMap<String, byte[]> ordered = new TreeMap<>(files);
    demandGoodNames(List.copyOf(ordered.keySet()));
    ByteArrayOutputStream archive = new ByteArrayOutputStream(roomFor(ordered));
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    ordered.forEach((name, content) -> {
      int crc = checksum(content, 0, content.length);
      directory.writeBytes(ZipLayout.centralHeader(name, crc, content.length, archive.size()));
      archive.writeBytes(ZipLayout.localHeader(name, crc, content.length));
      archive.writeBytes(content);
    });
    int directoryOffset = archive.size();
    archive.writeBytes(directory.toByteArray());
    archive.writeBytes(ZipLayout.endRecord(ordered.size(), directory.size(), directoryOffset));
    return archive.toByteArray();
  }

  static int checksum(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  private static void demandGoodNames(List<String> names) {
    if (names.size() > ZipLayout.MOST_FILES) {
      throw new IllegalArgumentException(names.size() + " files do not fit an archive");
    }
    for (String name : names) {
      ArchiveNames.faultOf(name)
          .ifPresent(fault -> {
            throw new IllegalArgumentException(fault.sentence() + ": " + name);
          });
    }
    ArchiveNames.clashIn(names)
        .ifPresent(clash -> {
          throw new IllegalArgumentException(clash.sentence());
        });
  }

  private static int roomFor(SortedMap<String, byte[]> files) {
    long room = ZipLayout.END_SIZE;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      room += ZipLayout.LOCAL_SIZE + ZipLayout.CENTRAL_SIZE;
      room += 2L * file.getKey().length() + file.getValue().length;
    }
    return Math.toIntExact(room);
  }
}
