package dev.releaseledger.evidence.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** DER as a tree, so that one element can be exchanged and every length around it stays right. */
record DerNode(int tag, byte[] content, List<DerNode> children) {

  private static final int CONSTRUCTED = 0x20;

  /** The element that these bytes are. */
  static DerNode read(byte[] der) {
    return elements(der).getFirst();
  }

  private static List<DerNode> elements(byte[] der) {
    List<DerNode> elements = new ArrayList<>();
    for (int at = 0; at < der.length; ) {
      int tag = der[at] & 0xff;
      int length = der[at + 1] & 0xff;
      int start = at + 2;
      if (length > 0x80) {
        int octets = length - 0x80;
        length = 0;
        for (int i = 0; i < octets; i++) {
          length = length << 8 | der[start + i] & 0xff;
        }
        start += octets;
      }
      at = start + length;
      byte[] content = Arrays.copyOfRange(der, start, at);
      boolean constructed = (tag & CONSTRUCTED) != 0;
      elements.add(new DerNode(tag, content, constructed ? elements(content) : List.of()));
    }
    return elements;
  }

  /** How many elements there are, this one included. */
  int size() {
    return 1 + children.stream().mapToInt(DerNode::size).sum();
  }

  /** The bytes, with others in place of the element of this number; 0 is this one. */
  byte[] with(int number, byte[] other) {
    if (number == 0) {
      return other;
    }
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    int next = 1;
    for (DerNode child : children) {
      boolean within = number >= next && number < next + child.size();
      inner.writeBytes(within ? child.with(number - next, other) : child.bytes());
      next += child.size();
    }
    return wrapped(tag, inner.toByteArray());
  }

  /** The bytes. */
  byte[] bytes() {
    return wrapped(tag, content);
  }

  /** So many sequences within one another. */
  static byte[] nested(int depth) {
    List<byte[]> headers = new ArrayList<>();
    int length = 0;
    for (int i = 0; i < depth; i++) {
      byte[] header = header(0x30, length);
      headers.add(header);
      length += header.length;
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    headers.reversed().forEach(all::writeBytes);
    return all.toByteArray();
  }

  static byte[] wrapped(int tag, byte[] content) {
    byte[] header = header(tag, content.length);
    byte[] all = Arrays.copyOf(header, header.length + content.length);
    System.arraycopy(content, 0, all, header.length, content.length);
    return all;
  }

  private static byte[] header(int tag, int length) {
    return length < 0x80
        ? new byte[] {(byte) tag, (byte) length}
        : new byte[] {
          (byte) tag, (byte) 0x83, (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
  }
}
