package dev.releaseledger.evidence.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Vectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The stream of numbers that RFC 8785 names; its page says the digest of its beginnings. */
class NumberStreamTest {

  private static final Pattern FIXED = Pattern.compile("0x([0-9a-f]{16})n");
  private static final Pattern ROW = Pattern.compile("\\| ([0-9a-f]{64}) \\| (\\d+) ");
  private static final int LINES = 100_000;

  @Test
  void the_first_hundred_thousand_numbers_have_the_digest_that_their_page_says()
      throws IOException, NoSuchAlgorithmException {
    String page = Files.readString(Vectors.at("json-canonicalization/testdata/README.md"));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<String> compared = new ArrayList<>();
    long[] fixed = fixed(page);
    byte[] block = new byte[32];
    int line = 0;
    int next = 4;
    while (line < LINES) {
      long bits;
      if (line < fixed.length) {
        bits = fixed[line];
      } else if (line < fixed.length + 2000) {
        bits = 0x0010000000000000L + line - fixed.length;
      } else {
        if (next == 4) {
          block = MessageDigest.getInstance("SHA-256").digest(block);
          next = 0;
        }
        bits = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getLong(8 * next++);
        double drawn = Double.longBitsToDouble(bits);
        if (drawn == 0 || !Double.isFinite(drawn)) {
          continue;
        }
      }
      line++;
      String written = EcmaNumber.text(Double.longBitsToDouble(bits));
      String text = Long.toHexString(bits) + "," + written + "\n";
      digest.update(text.getBytes(StandardCharsets.US_ASCII));
      compare(page, line, digest, compared);
    }
    assertThat(compared).as("beginnings compared").containsExactly("1000", "10000", "100000");
  }

  private static long[] fixed(String page) {
    String list = page.substring(page.indexOf("staticU64s ="), page.indexOf("staticF64s ="));
    return FIXED
        .matcher(list)
        .results()
        .mapToLong(match -> Long.parseUnsignedLong(match.group(1), 16))
        .toArray();
  }

  private static void compare(String page, int line, MessageDigest digest, List<String> compared) {
    if (line != 1000 && line != 10_000 && line != LINES) {
      return;
    }
    Matcher rows = ROW.matcher(page);
    while (rows.find()) {
      if (rows.group(2).equals(String.valueOf(line))) {
        assertThat(HexFormat.of().formatHex(copy(digest).digest())).isEqualTo(rows.group(1));
        compared.add(rows.group(2));
      }
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
