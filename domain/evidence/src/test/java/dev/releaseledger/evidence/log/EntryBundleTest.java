package dev.releaseledger.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryBundleTest {

  @Test
  void each_entry_has_its_length_before_it() {
    byte[] bundle = EntryBundle.bytes(List.of(new byte[] {1, 2}, new byte[0], new byte[258]));

    assertThat(HexFormat.of().formatHex(bundle))
        .isEqualTo("0002" + "0102" + "0000" + "0102" + "00".repeat(258));
  }

  @Test
  void entries_are_read_as_they_were_written() {
    long seed = 16;
    Random random = new Random(seed);
    for (int width = 1; width <= 256; width++) {
      List<byte[]> entries = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        byte[] entry = new byte[random.nextInt(random.nextInt(20) == 0 ? 65_536 : 300)];
        random.nextBytes(entry);
        entries.add(entry);
      }
      List<byte[]> read = EntryBundle.parse(EntryBundle.bytes(entries), width).orThrow();
      assertThat(read).as("seed %d, width %d", seed, width).hasSize(width);
      for (int i = 0; i < width; i++) {
        assertThat(read.get(i)).isEqualTo(entries.get(i));
      }
    }
  }

  @Test
  void a_bundle_that_is_cut_off_is_refused() {
    byte[] bundle = EntryBundle.bytes(List.of(new byte[3], new byte[300], new byte[1]));
    for (int length = 0; length < bundle.length; length++) {
      assertThat(EntryBundle.parse(Arrays.copyOf(bundle, length), 3))
          .as("%d bytes", length)
          .isInstanceOf(Read.Bad.class);
    }
    assertThat(EntryBundle.parse(Arrays.copyOf(bundle, bundle.length + 2), 3))
        .isInstanceOf(Read.Bad.class);
    assertThat(EntryBundle.parse(bundle, 2)).isInstanceOf(Read.Bad.class);
  }

  @Test
  void what_no_bundle_can_hold_is_refused() {
    assertThatThrownBy(() -> EntryBundle.bytes(List.of(new byte[65_536])))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> EntryBundle.bytes(List.of())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> EntryBundle.bytes(Collections.nCopies(257, new byte[1])))
        .isInstanceOf(Malformed.class);
  }
}
