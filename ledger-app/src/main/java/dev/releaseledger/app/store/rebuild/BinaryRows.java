package dev.releaseledger.app.store.rebuild;

import java.util.Arrays;

/** Bytes of rows on their way, in network order. */
final class BinaryRows {

  private byte[] bytes;
  private int length;

  BinaryRows(int capacity) {
    this.bytes = new byte[capacity];
  }

  int length() {
    return length;
  }

  /** What was written; only the first {@link #length} of them count. */
  byte[] array() {
    return bytes;
  }

  void clear() {
    length = 0;
  }

  void int8(int value) {
    room(1);
    bytes[length++] = (byte) value;
  }

  void int16(int value) {
    room(Short.BYTES);
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
  }

  void int32(int value) {
    int16(value >> 16);
    int16(value);
  }

  void int64(long value) {
    int32((int) (value >> 32));
    int32((int) value);
  }

  /** Bytes with their number before them. */
  void bytes(byte[] value) {
    int32(value.length);
    raw(value);
  }

  /** Bytes as they are. */
  void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
