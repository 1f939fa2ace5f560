package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes; each level is 256 times as wide
 * @param index of the tile within its level
 * @param width how many hashes it has, up to 256
 */
public record TileId(int level, long index, int width) {

  /** How many hashes a full tile has. */
  public static final int FULL = 256;

  /** How many levels of a binary tree are within a tile. */
  static final int HEIGHT = 8;

  private static final int MAX_LEVEL = 63;
  private static final String PATH =
      "([1-9]?[0-9])/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([0-9]{1,3}))?";
  private static final Pattern FORM = Pattern.compile("tile/" + PATH);

  /** Refuses what no log has. */
  public TileId {
    if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new Malformed("no tile has level " + level + ", index " + index + ", width " + width);
    }
  }

  /** The path under which a log serves it, such as {@code tile/0/x001/067.p/5}. */
  public String path() {
    return "tile/" + level + "/" + place(index, width);
  }

  /** The path under which a log serves the entries of a tile of leaf hashes. */
  public String entriesPath() {
    if (level != 0) {
      throw new IllegalStateException("only tiles of leaf hashes have entries");
    }
    return "tile/entries/" + place(index, width);
  }

  /** Whether it has all 256 hashes. */
  public boolean isFull() {
    return width == FULL;
  }

  /** The tile with this path; any other spelling than its own is refused. */
  public static Read<TileId> parse(String path) {
    return Read.of(() -> parsed(path));
  }

  private static TileId parsed(String path) {
    Matcher form = FORM.matcher(path);
    if (!form.matches()) {
      throw new Malformed("not the path of a tile");
    }
    String digits = form.group(2).replace("/", "").replace("x", "").replaceFirst("^0+(?=.)", "");
    int width = form.group(3) == null ? FULL : (int) Decimal.parse(form.group(3));
    TileId id = new TileId(Integer.parseInt(form.group(1)), Decimal.parse(digits), width);
    if (!id.path().equals(path)) {
      throw new Malformed("not the only path of its tile");
    }
    return id;
  }

  private static String place(long index, int width) {
    StringBuilder place = new StringBuilder(String.format("%03d", index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      place.insert(0, String.format("x%03d/", rest % 1000));
    }
    return width == FULL ? place.toString() : place + ".p/" + width;
  }

  /** How wide the tile is in a tree of this size, or 0 where the tree does not reach it. */
  public static int widthAt(long size, int level, long index) {
    long hashes = size >> Math.min(level * HEIGHT, MAX_LEVEL);
    return (int) Math.clamp(hashes - index * FULL, 0L, FULL);
  }
}
