package dev.releaseledger.evidence.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.archive.ArchiveReading.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileArchiveTest {

  private static final byte[] TWO =
      ArchiveWriter.write(Map.of("aa", "one".getBytes(UTF_8), "bb", "two".getBytes(UTF_8)));

  /** Where the headers of {@link #TWO} are. */
  private static final int SECOND = 35;

  private static final int DIRECTORY = 70;
  private static final int SECOND_ENTRY = 118;
  private static final int END = 166;

  record Hostile(ArchiveFault fault, byte[] archive) {
    @Override
    public String toString() {
      return fault.toString();
    }
  }

  static List<Hostile> hostile() throws IOException {
    return List.of(
        new Hostile(ArchiveFault.NOT_AN_ARCHIVE, "no zip at all, but long enough".getBytes(UTF_8)),
        new Hostile(ArchiveFault.TRAILING_BYTES, joined(TWO, new byte[1])),
        new Hostile(
            ArchiveFault.COMMENT, joined(changed(z -> z.put(END + 20, (byte) 1)), new byte[1])),
        new Hostile(ArchiveFault.COMMENT, changed(z -> z.put(END + 20, (byte) 1))),
        new Hostile(ArchiveFault.COMMENT, withBytesInSecondEntry(32)),
        new Hostile(ArchiveFault.SEVERAL_DISKS, changed(z -> z.put(END + 4, (byte) 1))),
        new Hostile(ArchiveFault.SEVERAL_DISKS, changed(z -> z.put(END + 8, (byte) 1))),
        new Hostile(ArchiveFault.DIRECTORY_MISPLACED, joined(new byte[4], TWO)),
        new Hostile(ArchiveFault.DIRECTORY_DAMAGED, changed(z -> z.put(DIRECTORY, (byte) 0))),
        new Hostile(
            ArchiveFault.DIRECTORY_DAMAGED,
            changed(z -> z.put(END + 8, (byte) 1).put(END + 10, (byte) 1))),
        new Hostile(
            ArchiveFault.DIRECTORY_DAMAGED,
            changed(z -> z.put(END + 8, (byte) 3).put(END + 10, (byte) 3))),
        new Hostile(ArchiveFault.NAME_ESCAPES, named("..")),
        new Hostile(ArchiveFault.NAME_ABSOLUTE, named("/b")),
        new Hostile(ArchiveFault.NAME_BACKSLASH, named("\\b")),
        new Hostile(ArchiveFault.NAME_EMPTY, named("b/")),
        new Hostile(ArchiveFault.NAME_UNUSUAL, named("b\u0007")),
        new Hostile(ArchiveFault.NAME_UNUSUAL, named("b\u00e4")),
        new Hostile(ArchiveFault.NAME_TOO_LONG, longName()),
        new Hostile(ArchiveFault.NAME_DUPLICATE, named("aa")),
        new Hostile(ArchiveFault.NAME_DUPLICATE, named("AA")),
        new Hostile(ArchiveFault.NAME_IS_FOLDER, folderAndFile()),
        new Hostile(ArchiveFault.NAME_OUT_OF_ORDER, named("a0")),
        new Hostile(ArchiveFault.ENCRYPTED, changed(z -> z.put(SECOND_ENTRY + 8, (byte) 1))),
        new Hostile(ArchiveFault.DATA_DESCRIPTOR, changed(z -> z.put(SECOND_ENTRY + 8, (byte) 8))),
        new Hostile(ArchiveFault.FLAGS, changed(z -> z.put(SECOND_ENTRY + 9, (byte) 8))),
        new Hostile(ArchiveFault.COMPRESSED, changed(z -> z.put(SECOND_ENTRY + 10, (byte) 8))),
        new Hostile(ArchiveFault.COMPRESSED, changed(z -> z.put(SECOND_ENTRY + 20, (byte) 2))),
        new Hostile(ArchiveFault.EXTRA_FIELD, withBytesInSecondEntry(30)),
        new Hostile(
            ArchiveFault.ATTRIBUTES, changed(z -> z.putInt(SECOND_ENTRY + 38, 0120777 << 16))),
        new Hostile(ArchiveFault.OVERLAP, changed(z -> z.putInt(SECOND_ENTRY + 42, 0))),
        new Hostile(
            ArchiveFault.OVERLAP,
            changed(z -> z.putInt(SECOND_ENTRY + 20, 4).putInt(SECOND_ENTRY + 24, 4))),
        new Hostile(ArchiveFault.GAP, leadingBytes()),
        new Hostile(ArchiveFault.GAP, bytesBeforeTheDirectory()),
        new Hostile(ArchiveFault.HEADERS_DIFFER, changed(z -> z.put(SECOND + 30, (byte) 'c'))),
        new Hostile(ArchiveFault.HEADERS_DIFFER, changed(z -> z.put(SECOND + 18, (byte) 2))),
        new Hostile(ArchiveFault.HEADERS_DIFFER, changed(z -> z.put(SECOND + 6, (byte) 8))),
        new Hostile(ArchiveFault.CHECKSUM, changed(z -> z.put(SECOND + 32, (byte) 'T'))),
        new Hostile(ArchiveFault.NOT_CANONICAL, changed(z -> z.put(SECOND_ENTRY + 12, (byte) 1))),
        new Hostile(ArchiveFault.NOT_CANONICAL, changed(z -> z.put(SECOND_ENTRY + 4, (byte) 20))),
        new Hostile(ArchiveFault.NOT_CANONICAL, changed(z -> z.put(SECOND_ENTRY + 36, (byte) 1))));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void a_hostile_archive_is_refused_for_what_is_wrong_with_it(Hostile hostile) {
    assertThat(ArchiveReader.read(hostile.archive(), ArchiveLimits.standard()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.fault()).as(refused.sentence()).isEqualTo(hostile.fault());
              assertThat(refused.sentence()).startsWith(hostile.fault().sentence());
              assertThat(refused.sentence()).matches("[ -~]*");
            });
  }

  @Test
  void a_zip_of_the_jdk_is_refused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("file"));
      zip.write(1);
      zip.closeEntry();
    }
    assertThat(ArchiveReader.read(out.toByteArray(), ArchiveLimits.standard()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.fault()).isEqualTo(ArchiveFault.DATA_DESCRIPTOR));
  }

  @Test
  void a_file_larger_than_the_limit_is_refused() {
    assertThat(faultWithin(new ArchiveLimits(2, 2, 100))).isEqualTo(ArchiveFault.FILE_TOO_LARGE);
  }

  @Test
  void files_that_are_too_large_together_are_refused() {
    assertThat(faultWithin(new ArchiveLimits(2, 3, 5))).isEqualTo(ArchiveFault.CONTENT_TOO_LARGE);
  }

  @Test
  void more_files_than_the_limit_are_refused() {
    assertThat(faultWithin(new ArchiveLimits(1, 3, 100))).isEqualTo(ArchiveFault.TOO_MANY_FILES);
  }

  @Test
  void an_archive_larger_than_the_limits_allow_is_not_looked_at() {
    assertThat(faultWithin(new ArchiveLimits(0, 3, 100))).isEqualTo(ArchiveFault.ARCHIVE_TOO_LARGE);
  }

  @Test
  void every_fault_has_an_example() throws IOException {
    Set<ArchiveFault> shown =
        hostile().stream().map(Hostile::fault).collect(Collectors.toCollection(HashSet::new));
    shown.addAll(
        Set.of(
            ArchiveFault.FILE_TOO_LARGE,
            ArchiveFault.CONTENT_TOO_LARGE,
            ArchiveFault.TOO_MANY_FILES,
            ArchiveFault.ARCHIVE_TOO_LARGE));
    assertThat(shown).containsExactlyInAnyOrder(ArchiveFault.values());
  }

  private static ArchiveFault faultWithin(ArchiveLimits limits) {
    return switch (ArchiveReader.read(TWO, limits)) {
      case Refused refused -> refused.fault();
      case ArchiveReading.Opened read -> throw new AssertionError("read " + read.files().keySet());
    };
  }

  private static byte[] changed(Consumer<ByteBuffer> change) {
    byte[] copy = TWO.clone();
    change.accept(ZipLayout.little(copy));
    return copy;
  }

  /** The second file under another name of two bytes, at both places. */
  private static byte[] named(String name) {
    byte[] bytes = name.getBytes(ISO_8859_1);
    return changed(z -> z.put(SECOND + 30, bytes).put(SECOND_ENTRY + 46, bytes));
  }

  /** Four bytes behind the name of the second entry, counted in this field of it. */
  private static byte[] withBytesInSecondEntry(int field) {
    byte[] archive = inserted(TWO, END, new byte[4]);
    ByteBuffer z = ZipLayout.little(archive);
    z.putShort(SECOND_ENTRY + field, (short) 4);
    z.putInt(END + 4 + 12, END + 4 - DIRECTORY);
    return archive;
  }

  private static byte[] leadingBytes() {
    byte[] archive = joined(new byte[4], TWO);
    ByteBuffer z = ZipLayout.little(archive);
    z.putInt(DIRECTORY + 4 + 42, 4).putInt(SECOND_ENTRY + 4 + 42, SECOND + 4);
    z.putInt(END + 4 + 16, DIRECTORY + 4);
    return archive;
  }

  private static byte[] bytesBeforeTheDirectory() {
    byte[] archive = inserted(TWO, DIRECTORY, new byte[4]);
    ZipLayout.little(archive).putInt(END + 4 + 16, DIRECTORY + 4);
    return archive;
  }

  private static byte[] longName() {
    return joined(Map.of("a".repeat(201), new byte[0]));
  }

  private static byte[] folderAndFile() {
    return joined(Map.of("a", new byte[0], "a/b", new byte[0]));
  }

  /** An archive as the writer would write it if it took every name. */
  private static byte[] joined(Map<String, byte[]> files) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    Stream<String> names = files.keySet().stream().sorted();
    names.forEach(name -> {
      directory.writeBytes(ZipLayout.centralHeader(name, 0, 0, archive.size()));
      archive.writeBytes(ZipLayout.localHeader(name, 0, 0));
    });
    int offset = archive.size();
    archive.writeBytes(directory.toByteArray());
    archive.writeBytes(ZipLayout.endRecord(files.size(), directory.size(), offset));
    return archive.toByteArray();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return inserted(first, first.length, second);
  }

  private static byte[] inserted(byte[] into, int at, byte[] what) {
    ByteBuffer out = ByteBuffer.allocate(into.length + what.length);
    return out.put(into, 0, at).put(what).put(into, at, into.length - at).array();
  }
}
