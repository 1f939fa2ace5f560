package dev.releaseledger.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleTree;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about the log does what it says, by tools that know nothing of this project. */
class ByHandTest {

  private static final String ORIGIN = "ledger.example.org/test";
  private static final SignerKey OLD_KEY = Keys.log(ORIGIN, 1);
  private static final SignerKey NEW_KEY = Keys.log(ORIGIN, 2);
  private static final SignerKey WITNESS = Keys.witness("w.example.org/1", 3);
  private static final int SIZE = 77;

  @TempDir Path folder;
  private String page = "";

  @BeforeEach
  void the_tools_are_at_hand() throws IOException, InterruptedException {
    page = Files.readString(Path.of("../../docs/evidence/log.md"));
    String needed = "for tool in openssl xxd python3; do command -v $tool || exit 1; done";
    assumeThat(run("sh", "-c", needed)).as("openssl, xxd, python3").endsWith("status 0");
  }

  @Test
  void the_leaf_that_the_page_shows_is_one() {
    String leaf = block("json").strip();

    assertThat(Leaf.parse(leaf.getBytes(StandardCharsets.UTF_8)).orThrow().type())
        .isEqualTo("ledger.PlanApproved");
  }

  @Test
  void the_commands_of_the_page_verify_any_proof() throws IOException, InterruptedException {
    for (int index : new int[] {0, 1, 63, 64, 75, 76}) {
      write(leaf(index).bytes(), index);

      assertThat(shell()).contains("Signature Verified Successfully");
      assertThat(python()).contains("leaf " + index + " is in " + ORIGIN);
    }
  }

  @Test
  void the_commands_of_the_page_find_the_signature_of_the_key_that_comes_next()
      throws IOException, InterruptedException {
    write(leaf(7).bytes(), 7);
    Files.writeString(folder.resolve("vkey"), NEW_KEY.verifier().text() + "\n");

    assertThat(shell()).contains("Signature Verified Successfully");
  }

  @Test
  void the_commands_of_the_page_notice_a_key_that_has_not_signed()
      throws IOException, InterruptedException {
    write(leaf(7).bytes(), 7);
    Files.writeString(folder.resolve("vkey"), Keys.log(ORIGIN, 9).verifier().text() + "\n");

    assertThat(shell()).doesNotContain("Signature Verified Successfully");
  }

  @Test
  void the_commands_of_the_page_notice_another_leaf() throws IOException, InterruptedException {
    write(leaf(8).bytes(), 7);

    assertThat(shell()).contains("Signature Verified Successfully");
    assertThat(python()).contains("AssertionError").doesNotContain("is in");
  }

  @Test
  void the_commands_of_the_page_notice_another_checkpoint()
      throws IOException, InterruptedException {
    write(leaf(7).bytes(), 7);
    Path proof = folder.resolve("leaf.tlog-proof");
    Files.writeString(proof, Files.readString(proof).replace("\n77\n", "\n78\n"));

    assertThat(shell()).doesNotContain("Signature Verified Successfully");
  }

  private static Leaf leaf(int index) {
    return new Leaf(
        LeafKind.EVENT,
        10 + index,
        "Release",
        "r-7",
        index,
        "e-" + index,
        "ledger.PlanApproved",
        "1.0",
        Instant.ofEpochSecond(1_800_000_000 + index).toString(),
        Sha256.of(new byte[] {(byte) index}),
        Sha256.of(new byte[0]));
  }

  private void write(byte[] leaf, int index) throws IOException {
    LeafHashes leaves = new LeafHashes();
    for (int i = 0; i < SIZE; i++) {
      leaves.append(leaf(i).hash());
    }
    MerkleTree tree = leaves.tree();
    Checkpoint checkpoint = new Checkpoint(ORIGIN, SIZE, tree.root());
    Instant at = Instant.ofEpochSecond(1_800_001_000);
    Note note =
        checkpoint
            .sign(OLD_KEY, NEW_KEY)
            .with(List.of(Signing.cosign(WITNESS, checkpoint.text(), at)));
    Files.write(folder.resolve("leaf.json"), leaf);
    Files.write(
        folder.resolve("leaf.tlog-proof"), TlogProof.of(tree.inclusion(index), note).bytes());
    Files.writeString(folder.resolve("vkey"), OLD_KEY.verifier().text() + "\n");
  }

  private String shell() throws IOException, InterruptedException {
    return run("sh", "-c", block("sh"));
  }

  private String python() throws IOException, InterruptedException {
    return run("python3", "-c", block("python"));
  }

  private String block(String language) {
    Matcher block = Pattern.compile("(?s)```" + language + "\\n(.*?)```").matcher(page);
    assertThat(block.find()).as("a block of %s", language).isTrue();
    return block.group(1);
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return output + "status " + status;
  }
}
