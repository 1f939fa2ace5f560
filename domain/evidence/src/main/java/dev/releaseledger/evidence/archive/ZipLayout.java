package dev.releaseledger.evidence.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where what stands in a zip (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
final class ZipLayout {

  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int END_SIGNATURE = 0x06054b50;
  static final int LOCAL_SIZE = 30;
  static final int CENTRAL_SIZE = 46;
  static final int END_SIZE = 22;

  /** More need the fields of zip64, which old tools do not read. */
  static final int MOST_FILES = 0xFFFE;

  /** What a reader needs for files that are only stored: 1.0. */
  private static final short VERSION = 10;

  /** The first of January 1980, the zero of the format. */
  private static final short DATE = 0x21;

  private ZipLayout() {}

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] localHeader(String name, int crc, int size) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = little(new byte[LOCAL_SIZE + ascii.length]);
    out.putInt(LOCAL_SIGNATURE);
    commonFields(out, crc, size, ascii.length);
    return out.put(ascii).array();
  }

  static byte[] centralHeader(String name, int crc, int size, int offset) {
    byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = little(new byte[CENTRAL_SIZE + ascii.length]);
    out.putInt(CENTRAL_SIGNATURE).putShort(VERSION);
    commonFields(out, crc, size, ascii.length);
    // No comment, first disk, no attributes inside or outside.
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    return out.putInt(offset).put(ascii).array();
  }

  static byte[] endRecord(int files, int directorySize, int directoryOffset) {
    ByteBuffer out = little(new byte[END_SIZE]);
    out.putInt(END_SIGNATURE).putShort((short) 0).putShort((short) 0);
    out.putShort((short) files).putShort((short) files);
    return out.putInt(directorySize).putInt(directoryOffset).putShort((short) 0).array();
  }

  private static void commonFields(ByteBuffer out, int crc, int size, int nameLength) {
    out.putShort(VERSION).putShort((short) 0).putShort((short) 0);
    out.putShort((short) 0).putShort(DATE);
    out.putInt(crc).putInt(size).putInt(size);
    out.putShort((short) nameLength).putShort((short) 0);
  }
}
