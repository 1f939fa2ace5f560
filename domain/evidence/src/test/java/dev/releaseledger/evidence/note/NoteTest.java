package dev.releaseledger.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

  private static final SignerKey LOG = Keys.log("example.com/log", 1);
  private static final SignerKey OTHER = Keys.log("example.com/other", 2);
  private static final SignerKey WITNESS = Keys.witness("example.com/witness", 3);
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.987Z");
  private static final String TEXT = "a line\n\nand another \u00e9\n";
  private static final Note NOTE =
      new Note(
          TEXT,
          List.of(
              Signing.sign(LOG, TEXT),
              Signing.sign(OTHER, TEXT),
              Signing.cosign(WITNESS, TEXT, NOON)));

  @Test
  void the_notes_of_the_go_project_are_taken_and_refused_as_they_say() throws IOException {
    int taken = 0;
    int refused = 0;
    for (JsonNode test : Vectors.cases("derived/signed-note.json", "cases")) {
      byte[] bytes =
          test.has("note")
              ? test.get("note").asText().getBytes(StandardCharsets.UTF_8)
              : Vectors.hex(test, "noteHex");
      List<VerifierKey> known = new ArrayList<>();
      test.get("vkeys").forEach(key -> known.add(VerifierKey.parse(key.asText()).orThrow()));

      Read<List<Signed>> verified = Note.parse(bytes).then(note -> note.verify(known).orThrow());

      assertThat(verified.isGood())
          .as("%s: %s", test.get("desc"), verified)
          .isEqualTo(test.get("valid").asBoolean());
      if (verified.isGood()) {
        assertThat(verified.orThrow()).hasSize(test.get("verifiedSigs").asInt());
        taken++;
      } else {
        refused++;
      }
    }
    assertThat(taken).as("taken").isEqualTo(5);
    assertThat(refused).as("refused").isEqualTo(11);
  }

  @Test
  void a_note_is_read_as_it_was_written() {
    assertThat(Note.parse(NOTE.bytes()).orThrow()).isEqualTo(NOTE);
  }

  @Test
  void every_known_key_that_has_signed_is_named() {
    List<Signed> signed = NOTE.verify(List.of(LOG.verifier(), WITNESS.verifier())).orThrow();

    assertThat(signed.stream().map(Signed::key))
        .containsExactly(LOG.verifier(), WITNESS.verifier());
    assertThat(signed.get(0).at()).isEmpty();
    assertThat(signed.get(1).at()).contains(Instant.parse("2026-11-21T12:00:00Z"));
  }

  @Test
  void a_note_that_nobody_known_has_signed_is_refused() {
    SignerKey sameName = Keys.log(LOG.name(), 9);

    assertThat(NOTE.verify(List.of(sameName.verifier()))).isInstanceOf(Read.Bad.class);
    assertThat(NOTE.verify(List.of())).isInstanceOf(Read.Bad.class);
  }

  @Test
  void one_wrong_signature_by_a_known_key_spoils_the_note() {
    NoteSignature ofAnotherText = Signing.sign(OTHER, "another text\n");
    Note spoilt = new Note(TEXT, List.of(Signing.sign(LOG, TEXT), ofAnotherText));

    assertThat(spoilt.verify(List.of(LOG.verifier()))).isInstanceOf(Read.Good.class);
    assertThat(spoilt.verify(List.of(LOG.verifier(), OTHER.verifier())))
        .isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_second_signature_by_the_same_key_has_to_be_right_too() {
    Note spoilt =
        new Note(TEXT, List.of(Signing.sign(LOG, TEXT), Signing.sign(LOG, "another text\n")));

    assertThat(spoilt.verify(List.of(LOG.verifier()))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_note_with_any_byte_changed_is_refused() {
    byte[] bytes = new Note(TEXT, List.of(Signing.sign(LOG, TEXT))).bytes();
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) (1 << bit);
        assertThat(Note.parse(changed).then(note -> note.verify(List.of(LOG.verifier())).orThrow()))
            .as("byte %d, bit %d", i, bit)
            .isInstanceOf(Read.Bad.class);
      }
    }
  }

  @Test
  void a_note_that_is_cut_off_is_refused() {
    byte[] bytes = new Note(TEXT, List.of(Signing.sign(LOG, TEXT))).bytes();
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThat(Note.parse(cut).then(note -> note.verify(List.of(LOG.verifier())).orThrow()))
          .as("%d bytes", length)
          .isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_cosignature_with_another_time_is_refused() {
    byte[] signature = Signing.cosign(WITNESS, TEXT, NOON).signature();
    for (int bit = 0; bit < 64; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      Note note = new Note(TEXT, List.of(NoteSignature.of(WITNESS.verifier(), changed)));
      assertThat(note.verify(List.of(WITNESS.verifier()))).isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_cosignature_claims_its_time_and_a_plain_signature_claims_none() {
    assertThat(Signing.cosign(WITNESS, TEXT, NOON).claimedTime())
        .contains(NOON.truncatedTo(ChronoUnit.SECONDS));
    assertThat(Signing.sign(LOG, TEXT).claimedTime()).isEmpty();
  }

  @Test
  void a_cosignature_from_before_all_time_claims_none() {
    byte[] signature = Signing.cosign(WITNESS, TEXT, NOON).signature();
    signature[0] = (byte) 0x80;

    assertThat(NoteSignature.of(WITNESS.verifier(), signature).claimedTime()).isEmpty();
  }

  @Test
  void a_key_signs_only_what_it_is_for() {
    assertThatThrownBy(() -> Signing.sign(WITNESS, TEXT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Signing.cosign(LOG, TEXT, NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void up_to_a_hundred_signatures_are_read() {
    List<NoteSignature> lines = new ArrayList<>();
    for (int i = 0; i < Note.MAX_SIGNATURES - 1; i++) {
      lines.add(new NoteSignature("unknown" + i, "AAAAAAE="));
    }
    lines.add(Signing.sign(LOG, TEXT));
    byte[] bytes = new Note(TEXT, lines).bytes();
    String longer = new String(bytes, StandardCharsets.UTF_8) + lines.getFirst().line();

    assertThat(Note.parse(bytes).orThrow().verify(List.of(LOG.verifier())).isGood()).isTrue();
    assertThat(Note.parse(longer.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Read.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text\n\n- a AAAAAAE=\n", // a hyphen
        "text\n\n\u2014 a  AAAAAAE=\n", // two spaces
        "text\n\n\u2014  AAAAAAE=\n", // no name
        "text\n\n\u2014 a AAAAAAE\n", // no padding
        "text\n\n\u2014 a AAAAAAF=\n", // stray bits
        "text\n\n\u2014 a AAAAAA==\n", // an id only
        "text\n\n\u2014 a AAAAAAE= \n",
        "text\n\n\u2014 a AAAAAAE=\r\n",
        "text\n\n\u2014 a+b AAAAAAE=\n",
        "text\n\n\u2014 a\u00a0b AAAAAAE=\n",
        "text\n\n\n",
        "text\n\u2014 a AAAAAAE=\n", // no empty line
        "te\txt\n\n\u2014 a AAAAAAE=\n",
        "\n\u2014 a AAAAAAE=\n",
        ""
      })
  void what_is_no_note_is_refused(String text) {
    assertThat(Note.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_note_without_signature_cannot_be_made() {
    assertThatThrownBy(() -> new Note(TEXT, List.of())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Note("no newline", NOTE.signatures()))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void signatures_are_added_once() {
    Note one = new Note(TEXT, List.of(Signing.sign(LOG, TEXT)));

    assertThat(one.with(NOTE.signatures())).isEqualTo(NOTE);
    assertThat(NOTE.with(NOTE.signatures())).isEqualTo(NOTE);
  }

  @Test
  void any_bytes_come_to_a_note_or_a_reason() {
    long seed = 4711;
    Random random = new Random(seed);
    byte[] base = NOTE.bytes();
    for (int i = 0; i < 20_000; i++) {
      byte[] mutated = base.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      if (Note.parse(mutated) instanceof Read.Good<Note>(Note note)) {
        assertThat(note.bytes()).as("seed %d, mutation %d", seed, i).isEqualTo(mutated);
      }
    }
  }
}
