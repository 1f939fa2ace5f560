package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.merkle.TileId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries below a tile of leaf hashes, each with its length before it (C2SP tlog-tiles). */
public final class EntryBundle {

  private EntryBundle() {}

  /** The content of the bundle of these entries. */
  public static byte[] bytes(List<byte[]> entries) {
    if (entries.isEmpty() || entries.size() > TileId.FULL) {
      throw new Malformed("a bundle of " + entries.size() + " entries");
    }
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      if (entry.length > Leaf.MAX_BYTES) {
        throw new Malformed("an entry of more than " + Leaf.MAX_BYTES + " bytes");
      }
      bundle.write(entry.length >> 8);
      bundle.write(entry.length);
      bundle.writeBytes(entry);
    }
    return bundle.toByteArray();
  }

  /** The entries of a bundle, of which there have to be as many as its tile is wide. */
  public static Read<List<byte[]>> parse(byte[] bundle, int width) {
    return Read.of(() -> {
      ByteBuffer rest = ByteBuffer.wrap(bundle);
      List<byte[]> entries = new ArrayList<>();
      while (rest.hasRemaining()) {
        entries.add(next(rest));
      }
      if (entries.size() != width) {
        throw new Malformed("a bundle of " + entries.size() + " entries instead of " + width);
      }
      return List.copyOf(entries);
    });
  }

  private static byte[] next(ByteBuffer rest) {
    if (rest.remaining() < 2) {
      throw new Malformed("a bundle that ends within a length");
    }
    byte[] entry = new byte[rest.getShort() & 0xffff];
    if (rest.remaining() < entry.length) {
      throw new Malformed("a bundle that ends within an entry");
    }
    rest.get(entry);
    return entry;
  }
}
