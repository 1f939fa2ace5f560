package dev.releaseledger.evidence.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.Ed25519Secret;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String TYPE = "application/x.test";

  /** Its Base64 has a slash and a plus in it. */
  private static final byte[] PAYLOAD = {(byte) 0xfb, (byte) 0xff, (byte) 0xbe, 1};

  private static final Ed25519Secret ONE = secret(1);
  private static final Ed25519Secret TWO = secret(2);
  private static final Ed25519Secret THREE = secret(3);

  @Test
  void what_is_signed_counts_bytes_and_not_characters() {
    assertThat(new String(PreAuthentication.encode("tÿpe", "hällo".getBytes(UTF_8)), UTF_8))
        .isEqualTo("DSSEv1 5 tÿpe 6 hällo");
  }

  @Test
  void what_is_signed_of_nothing_is_a_text_too() {
    assertThat(new String(PreAuthentication.encode("", new byte[0]), UTF_8))
        .isEqualTo("DSSEv1 0  0 ");
  }

  @Test
  void an_envelope_is_read_as_it_was_written() {
    Envelope envelope = Envelope.sign(TYPE, PAYLOAD, ONE, TWO);
    Envelope read = Envelope.read(envelope.bytes()).orThrow();
    assertThat(read.bytes()).isEqualTo(envelope.bytes());
    assertThat(verified(read, new TrustedKeys(List.of(ONE.publicKey(), TWO.publicKey()), 2)))
        .isTrue();
  }

  @Test
  void both_alphabets_of_base64_are_read() {
    String standard = text(Envelope.sign(TYPE, PAYLOAD, ONE));
    assertThat(standard).contains("+/++AQ==");
    String urlSafe = standard.replace("+/++AQ==", "-_--AQ==");
    assertThat(verified(read(urlSafe), TrustedKeys.only(ONE.publicKey()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-/++AQ==", "+/++AQ", "+/++AR==", "+/+ +AQ==", "*"})
  void what_is_no_base64_or_not_its_only_form_is_refused(String payload) {
    String text = text(Envelope.sign(TYPE, PAYLOAD, ONE)).replace("+/++AQ==", payload);
    assertThat(Envelope.read(text.getBytes(UTF_8)).isGood()).isFalse();
  }

  @Test
  void fields_that_nobody_knows_are_passed_over() {
    String text =
        text(Envelope.sign(TYPE, PAYLOAD, ONE))
            .replace("{\"keyid\"", "{\"also\":1,\"keyid\"")
            .replace("{\"payload\"", "{\"and\":[],\"payload\"");
    assertThat(verified(read(text), TrustedKeys.only(ONE.publicKey()))).isTrue();
  }

  @Test
  void a_key_id_may_be_absent_and_a_wrong_one_hides_nothing() {
    String text = text(Envelope.sign(TYPE, PAYLOAD, ONE));
    String hint = KeyHint.of(ONE.publicKey());
    for (String other :
        List.of(
            text.replace("\"keyid\":\"" + hint + "\",", ""),
            text.replace(hint, KeyHint.of(TWO.publicKey())))) {
      assertThat(other).isNotEqualTo(text);
      assertThat(verified(read(other), TrustedKeys.only(ONE.publicKey()))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"payload", "payloadType", "signatures", "sig"})
  void a_field_that_is_required_is_missed(String field) {
    String text = text(Envelope.sign(TYPE, PAYLOAD, ONE)).replace("\"" + field + "\"", "\"x\"");
    assertThat(Envelope.read(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            Read.Bad.class, bad -> assertThat(bad.reason()).contains(field, "missing"));
  }

  @Test
  void an_envelope_that_nobody_signed_is_refused() {
    assertThat(
            Envelope.read(
                    "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}".getBytes(UTF_8))
                .isGood())
        .isFalse();
  }

  @Test
  void an_envelope_with_more_signatures_than_anybody_needs_is_refused() {
    List<EnvelopeSignature> many =
        Collections.nCopies(101, new EnvelopeSignature("", new byte[64]));
    assertThatThrownBy(() -> new Envelope(TYPE, PAYLOAD, many)).isInstanceOf(Malformed.class);
  }

  @Test
  void an_envelope_with_a_field_twice_is_refused() {
    String text =
        text(Envelope.sign(TYPE, PAYLOAD, ONE))
            .replace("{\"payload\"", "{\"payload\":\"\",\"payload\"");
    assertThat(Envelope.read(text.getBytes(UTF_8)).isGood()).isFalse();
  }

  @Test
  void two_signatures_by_one_key_are_those_of_one_signer() {
    Envelope twice = Envelope.sign(TYPE, PAYLOAD, ONE, ONE);
    TrustedKeys two = new TrustedKeys(List.of(ONE.publicKey(), TWO.publicKey()), 2);
    assertThat(two.verify(twice, TYPE))
        .isEqualTo(new Read.Bad<>("1 trusted keys have signed where 2 have to"));
  }

  @Test
  void as_many_keys_as_demanded_have_to_have_signed() {
    Envelope envelope = Envelope.sign(TYPE, PAYLOAD, ONE, TWO);
    List<Ed25519Key> all = List.of(ONE.publicKey(), TWO.publicKey(), THREE.publicKey());
    assertThat(verified(envelope, new TrustedKeys(all, 1))).isTrue();
    assertThat(verified(envelope, new TrustedKeys(all, 2))).isTrue();
    assertThat(verified(envelope, new TrustedKeys(all, 3))).isFalse();
  }

  @Test
  void a_signature_that_does_not_hold_does_not_spoil_one_that_does() {
    Envelope good = Envelope.sign(TYPE, PAYLOAD, ONE);
    Envelope both =
        new Envelope(
            TYPE,
            PAYLOAD,
            List.of(new EnvelopeSignature("", new byte[64]), good.signatures().getFirst()));
    assertThat(verified(both, TrustedKeys.only(ONE.publicKey()))).isTrue();
  }

  @Test
  void a_key_trusted_twice_and_a_threshold_out_of_reach_are_refused() {
    for (Runnable wrong :
        List.<Runnable>of(
            () -> new TrustedKeys(List.of(ONE.publicKey(), ONE.publicKey()), 1).threshold(),
            () -> new TrustedKeys(List.of(ONE.publicKey()), 2).threshold(),
            () -> new TrustedKeys(List.of(ONE.publicKey()), 0).threshold())) {
      assertThatThrownBy(wrong::run).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void an_envelope_of_another_type_is_refused() {
    Envelope envelope = Envelope.sign(TYPE, PAYLOAD, ONE);
    assertThat(TrustedKeys.only(ONE.publicKey()).verify(envelope, "application/x.other"))
        .isEqualTo(new Read.Bad<>("the payload is not of type application/x.other"));
  }

  @Test
  void payload_and_type_cannot_be_changed() {
    EnvelopeSignature signature = Envelope.sign(TYPE, PAYLOAD, ONE).signatures().getFirst();
    TrustedKeys keys = TrustedKeys.only(ONE.publicKey());
    assertThat(verified(new Envelope(TYPE, new byte[] {1}, List.of(signature)), keys)).isFalse();
    assertThat(keys.verify(new Envelope("other", PAYLOAD, List.of(signature)), "other").isGood())
        .isFalse();
  }

  private static boolean verified(Envelope envelope, TrustedKeys keys) {
    return switch (keys.verify(envelope, TYPE)) {
      case Read.Good<TrustedKeys.Verified>(TrustedKeys.Verified verified) -> {
        assertThat(verified.payload()).isEqualTo(PAYLOAD);
        yield true;
      }
      case Read.Bad<TrustedKeys.Verified> bad -> false;
    };
  }

  private static Envelope read(String text) {
    return Envelope.read(text.getBytes(UTF_8)).orThrow();
  }

  private static String text(Envelope envelope) {
    return new String(envelope.bytes(), UTF_8);
  }

  private static Ed25519Secret secret(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return Ed25519Secret.of(seed);
  }
}
