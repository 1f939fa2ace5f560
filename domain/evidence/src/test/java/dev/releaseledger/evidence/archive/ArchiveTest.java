package dev.releaseledger.evidence.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.archive.ArchiveReading.Opened;
import dev.releaseledger.evidence.archive.ArchiveReading.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTest {

  private static final Map<String, byte[]> FILES = new TreeMap<>();

  static {
    FILES.put("README.txt", "read me".getBytes(UTF_8));
    FILES.put("events/0001.leaf.json", "{}".getBytes(UTF_8));
    FILES.put("events/0001.payload", new byte[0]);
    FILES.put("artifacts/plan.sql", "select 1;\n".repeat(20).getBytes(UTF_8));
  }

  @Test
  void what_is_written_is_read() {
    assertThat(ArchiveReader.read(ArchiveWriter.write(FILES), ArchiveLimits.standard()))
        .isInstanceOfSatisfying(
            Opened.class,
            read -> {
              assertThat(read.files()).containsOnlyKeys(FILES.keySet());
              FILES.forEach(
                  (name, content) -> assertThat(read.files().get(name)).isEqualTo(content));
            });
  }

  @Test
  void the_order_in_which_files_are_given_does_not_matter() {
    Map<String, byte[]> reversed = new LinkedHashMap<>(new TreeMap<>(FILES).reversed());
    assertThat(ArchiveWriter.write(reversed)).isEqualTo(ArchiveWriter.write(FILES));
  }

  @Test
  void the_bytes_are_those_of_the_format_for_ever() {
    assertThat(HexFormat.of().formatHex(ArchiveWriter.write(Map.of("a", "b".getBytes(UTF_8)))))
        .isEqualTo(
            "504b03040a00000000000000"
                + "2100f9efbe71010000000100000001000000"
                + "6162"
                + "504b01020a000a00000000000000"
                + "2100f9efbe710100000001000000"
                + "0100000000000000000000000000"
                + "00000000"
                + "61"
                + "504b0506000000000100010"
                + "02f00000020000000"
                + "0000");
  }

  @Test
  void an_archive_of_nothing_is_read() {
    assertThat(ArchiveReader.read(ArchiveWriter.write(Map.of()), ArchiveLimits.standard()))
        .isInstanceOfSatisfying(Opened.class, read -> assertThat(read.files()).isEmpty());
  }

  @Test
  void the_zip_reader_of_the_jdk_agrees() throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(ArchiveWriter.write(FILES)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        assertThat(zip.readAllBytes()).isEqualTo(FILES.get(entry.getName()));
      }
    }
    assertThat(names).containsExactlyElementsOf(FILES.keySet());
  }

  @Test
  void a_byte_changed_anywhere_is_noticed() {
    byte[] archive = ArchiveWriter.write(FILES);
    for (int at = 0; at < archive.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        archive[at] ^= (byte) (1 << bit);
        assertThat(ArchiveReader.read(archive, ArchiveLimits.standard()))
            .as("bit %d of byte %d", bit, at)
            .isInstanceOf(Refused.class);
        archive[at] ^= (byte) (1 << bit);
      }
    }
  }

  @Test
  void an_archive_cut_off_anywhere_is_refused() {
    byte[] archive = ArchiveWriter.write(FILES);
    for (int length = 0; length < archive.length; length++) {
      assertThat(
              ArchiveReader.read(
                  java.util.Arrays.copyOf(archive, length), ArchiveLimits.standard()))
          .as("the first %d bytes", length)
          .isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "../up, NAME_ESCAPES",
    "a/../../up, NAME_ESCAPES",
    "./here, NAME_ESCAPES",
    "/etc/passwd, NAME_ABSOLUTE",
    "C:/file, NAME_ABSOLUTE",
    "a\\b, NAME_BACKSLASH",
    "folder/, NAME_EMPTY",
    "a//b, NAME_EMPTY",
    "'', NAME_EMPTY",
    "'a b', NAME_UNUSUAL",
    "dot., NAME_UNUSUAL",
    "ä, NAME_UNUSUAL",
    "ab:c, NAME_UNUSUAL",
  })
  void a_name_that_may_mean_another_file_elsewhere_is_refused(String name, ArchiveFault fault) {
    assertThat(ArchiveNames.faultOf(name)).contains(fault);
    assertThatThrownBy(() -> ArchiveWriter.write(Map.of(name, new byte[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_longer_than_200_characters_is_refused() {
    assertThat(ArchiveNames.faultOf("a".repeat(200))).isEmpty();
    assertThat(ArchiveNames.faultOf("a".repeat(201))).contains(ArchiveFault.NAME_TOO_LONG);
  }
}
