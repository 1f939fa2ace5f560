package dev.releaseledger.evidence.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes inputs as somebody would who knows what they are made of; a seed makes the same again.
 */
public final class Mutator {

  private static final int LONGEST = 1 << 18;

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern TEXT = Pattern.compile("\"[^\"]{0,80}\"");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "00",
          "1e400",
          "-0",
          "1.0",
          "4294967295",
          "4294967296",
          "9007199254740991",
          "9007199254740992",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551616",
          "9".repeat(999),
          "\uff11");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          "\"\\u0000\"",
          "\"\\u001b[2J\"",
          "\"\\ud800\"",
          "\"sha256:\"",
          "[".repeat(300),
          "{\"a\":".repeat(300),
          "\"" + "x".repeat(70_000) + "\"");

  private static final List<byte[]> BITS =
      List.of(
          hex("00"),
          hex("0a"),
          hex("0d"),
          hex("0a0a"),
          hex("1b5b324a"),
          hex("7f"),
          hex("c080"),
          hex("c285"),
          hex("c2a0"),
          hex("c29b"),
          hex("e280a8"),
          hex("e280ae"),
          hex("efbbbf"),
          hex("eda080"),
          hex("f09f9880"),
          hex("f4908080"),
          hex("ff"),
          hex("ffffffff"),
          hex("ffffff7f"),
          hex("7fffffff"),
          hex("84ffffffff"),
          "\u2014 ".getBytes(UTF_8),
          "+".getBytes(UTF_8),
          "=".getBytes(UTF_8),
          "../".getBytes(UTF_8));

  private final List<byte[]> seeds;
  private final Random random;

  /** Inputs that go out from these. */
  public Mutator(List<byte[]> seeds, long seed) {
    this.seeds = seeds;
    this.random = new Random(seed);
  }

  /** The next input. */
  public byte[] next() {
    byte[] bytes = anySeed();
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes = changed(bytes);
    }
    return bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
  }

  private byte[] anySeed() {
    return seeds.get(random.nextInt(seeds.size())).clone();
  }

  private byte[] changed(byte[] bytes) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
    return switch (random.nextInt(13)) {
      case 0 -> withBit(bytes, at);
      case 1 -> replaced(bytes, at, end, new byte[] {(byte) random.nextInt(256)});
      case 2 -> Arrays.copyOf(bytes, at);
      case 3 -> replaced(bytes, at, end, new byte[0]);
      case 4 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, end));
      case 5 -> spliced(bytes, at);
      case 6 -> withLine(bytes, at);
      case 7 -> withoutLine(bytes, at);
      case 8 -> replaced(bytes, at, at, any(BITS));
      case 9 -> replaced(bytes, at, end, any(BITS));
      case 10 -> inPlaceOf(NUMBER, bytes, any(NUMBERS));
      case 11 -> inPlaceOf(TEXT, bytes, any(VALUES));
      default -> repeated(bytes, at, end);
    };
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private byte[] withBit(byte[] bytes, int at) {
    if (at < bytes.length) {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** The start of one, and the end of another. */
  private byte[] spliced(byte[] bytes, int at) {
    byte[] other = anySeed();
    int from = random.nextInt(other.length + 1);
    return replaced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  private byte[] withLine(byte[] bytes, int at) {
    int start = lineStart(bytes, at);
    return replaced(bytes, start, start, Arrays.copyOfRange(bytes, start, lineEnd(bytes, at)));
  }

  private byte[] withoutLine(byte[] bytes, int at) {
    return replaced(bytes, lineStart(bytes, at), lineEnd(bytes, at), new byte[0]);
  }

  private static int lineStart(byte[] bytes, int at) {
    int start = at;
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(byte[] bytes, int at) {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return Math.min(bytes.length, end + 1);
  }

  private byte[] inPlaceOf(Pattern pattern, byte[] bytes, String other) {
    String text = new String(bytes, ISO_8859_1);
    List<MatchResult> found = pattern.matcher(text).results().toList();
    if (found.isEmpty()) {
      return bytes;
    }
    MatchResult one = any(found);
    return replaced(bytes, one.start(), one.end(), other.getBytes(UTF_8));
  }

  private byte[] repeated(byte[] bytes, int at, int end) {
    byte[] piece = Arrays.copyOfRange(bytes, at, end);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    for (int i = 1 << random.nextInt(13); i > 0; i--) {
      many.writeBytes(piece);
    }
    return replaced(bytes, at, end, many.toByteArray());
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(bytes, 0, from);
    joined.writeBytes(by);
    joined.write(bytes, to, bytes.length - to);
    return joined.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
