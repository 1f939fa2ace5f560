package dev.releaseledger.evidence.archive;

import dev.releaseledger.evidence.archive.ArchiveReading.Refused;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads an archive of untrusted origin. Only what {@link ArchiveWriter} writes passes, byte for
 * byte; every other zip is refused, with the reason that tells most.
 */
public final class ArchiveReader {

  private final byte[] bytes;
  private final ByteBuffer buffer;
  private final ArchiveLimits limits;

  private ArchiveReader(byte[] bytes, ArchiveLimits limits) {
    this.bytes = bytes;
    this.buffer = ZipLayout.little(bytes);
    this.limits = limits;
  }

  /** The files of an archive, or why it is none. */
  public static ArchiveReading read(byte[] bytes, ArchiveLimits limits) {
    try {
      return new ArchiveReading.Opened(new ArchiveReader(bytes, limits).files());
    } catch (RefusedArchive refused) {
      return refused.reason;
    }
  }

  private SortedMap<String, byte[]> files() throws RefusedArchive {
    EndRecord end = EndRecord.read(bytes, buffer, limits);
    List<CentralHeader> headers = headers(end);
    SortedMap<String, byte[]> files = new TreeMap<>();
    long expected = 0;
    for (CentralHeader header : headers) {
      expected = takeFile(header, expected, end.directoryOffset(), files);
    }
    demand(expected == end.directoryOffset(), ArchiveFault.GAP, "before the directory");
    demand(Arrays.equals(bytes, ArchiveWriter.write(files)), ArchiveFault.NOT_CANONICAL, "");
    return files;
  }

  private List<CentralHeader> headers(EndRecord end) throws RefusedArchive {
    List<CentralHeader> headers = new ArrayList<>();
    long total = 0;
    int at = end.directoryOffset();
    int stop = end.directoryOffset() + end.directorySize();
    for (int i = 0; i < end.files(); i++) {
      CentralHeader header = CentralHeader.read(buffer, at, stop);
      header.demandPlain();
      demand(header.size() <= limits.fileBytes(), ArchiveFault.FILE_TOO_LARGE, header.name());
      total += header.size();
      demand(total <= limits.totalBytes(), ArchiveFault.CONTENT_TOO_LARGE, header.name());
      headers.add(header);
      at = header.end();
    }
    demand(at == stop, ArchiveFault.DIRECTORY_DAMAGED, "bytes behind the last file");
    List<String> names = headers.stream().map(CentralHeader::name).toList();
    ArchiveReading.Refused clash = ArchiveNames.clashIn(names).orElse(null);
    if (clash != null) {
      throw new RefusedArchive(clash);
    }
    demand(names.stream().sorted().toList().equals(names), ArchiveFault.NAME_OUT_OF_ORDER, "");
    return headers;
  }

  private long takeFile(
      CentralHeader header, long expected, int directory, SortedMap<String, byte[]> files)
      throws RefusedArchive {
    demand(header.offset() >= expected, ArchiveFault.OVERLAP, header.name());
    demand(header.offset() == expected, ArchiveFault.GAP, "before " + header.name());
    byte[] local = ZipLayout.localHeader(header.name(), header.crc(), (int) header.size());
    long start = expected + local.length;
    long end = start + header.size();
    demand(end <= directory, ArchiveFault.OVERLAP, header.name() + " and the directory");
    demand(
        Arrays.equals(bytes, (int) expected, (int) start, local, 0, local.length),
        ArchiveFault.HEADERS_DIFFER,
        header.name());
    demand(
        ArchiveWriter.checksum(bytes, (int) start, (int) header.size()) == header.crc(),
        ArchiveFault.CHECKSUM,
        header.name());
    files.put(header.name(), Arrays.copyOfRange(bytes, (int) start, (int) end));
    return end;
  }

  static void demand(boolean holds, ArchiveFault fault, String where) throws RefusedArchive {
    if (!holds) {
      throw new RefusedArchive(new Refused(fault, where));
    }
  }
}
