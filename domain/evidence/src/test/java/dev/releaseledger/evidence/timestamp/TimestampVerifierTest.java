package dev.releaseledger.evidence.timestamp;

import static dev.releaseledger.evidence.timestamp.LocalTimestampAuthority.at;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.timestamp.TimestampVerdict.Refused;
import dev.releaseledger.evidence.timestamp.TimestampVerdict.Valid;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;

class TimestampVerifierTest {

  private static final byte[] MESSAGE = "a checkpoint".getBytes(UTF_8);
  private static final String NOON = "2026-06-01T12:00:00Z";
  private static final TestCertificates ROOT = TestCertificates.root("trusted");
  private static final LocalTimestampAuthority TSA =
      new LocalTimestampAuthority("tsa", ROOT, ROOT.signer("signer"), at(NOON));

  private static final TimestampVerifier VERIFIER = verifier(TSA);

  @Test
  void a_stamp_of_a_trusted_authority_says_when() {
    LocalTimestampAuthority first =
        new LocalTimestampAuthority("tsa", ROOT, ROOT.signer("signer"), at(NOON));
    assertThat(verifier(first).verify(first.stamp(MESSAGE), MESSAGE))
        .isEqualTo(
            new Valid("tsa", Instant.parse(NOON), Duration.ofSeconds(1), BigInteger.valueOf(1)))
        .isInstanceOfSatisfying(
            Valid.class,
            valid -> assertThat(valid.latest()).isEqualTo(Instant.parse("2026-06-01T12:00:01Z")));
  }

  @Test
  void a_stamp_claims_its_time_without_anybody_being_trusted() {
    assertThat(StampedTime.claimedBy(TSA.stamp(MESSAGE)).map(StampedTime::at))
        .contains(Instant.parse(NOON));
  }

  @Test
  void what_is_no_stamp_claims_no_time() {
    byte[] cut = java.util.Arrays.copyOf(TSA.stamp(MESSAGE), 100);

    assertThat(StampedTime.claimedBy(cut)).isEmpty();
    assertThat(StampedTime.claimedBy(MESSAGE)).isEmpty();
    assertThat(StampedTime.claimedBy(new byte[0])).isEmpty();
  }

  @Test
  void a_stamp_of_an_authority_with_rsa_keys_says_when() {
    TestCertificates root = TestCertificates.root("rsa", "SHA256withRSA");
    LocalTimestampAuthority rsa =
        new LocalTimestampAuthority("rsa", root, root.signer("rsa signer"), at(NOON));
    assertThat(verifier(rsa).verify(rsa.stamp(MESSAGE), MESSAGE)).isInstanceOf(Valid.class);
  }

  @Test
  void trust_in_a_root_is_trust_in_its_signers() {
    TimestampAuthority root =
        new TimestampAuthority(
            "root only", List.of(ROOT.certificate()), Instant.EPOCH, Optional.empty());
    assertThat(new TimestampVerifier(List.of(root)).verify(TSA.stamp(MESSAGE), MESSAGE))
        .isInstanceOf(Valid.class);
  }

  @Test
  void trust_in_one_signer_is_no_trust_in_another_of_the_same_root() {
    LocalTimestampAuthority other =
        new LocalTimestampAuthority("other", ROOT, ROOT.signer("other"), at(NOON));
    assertThat(faultOf(verifier(TSA), other.stamp(MESSAGE))).isEqualTo(TimestampFault.UNTRUSTED);
  }

  @Test
  void a_signer_can_be_trusted_without_a_root() {
    X509Certificate signer = TSA.chain().getFirst();
    TimestampAuthority alone =
        new TimestampAuthority("alone", List.of(signer), Instant.EPOCH, Optional.empty());
    assertThat(new TimestampVerifier(List.of(alone)).verify(TSA.stamp(MESSAGE), MESSAGE))
        .isInstanceOf(Valid.class);
  }

  @Test
  void a_stamp_without_certificates_is_verified_with_the_trusted_ones() {
    byte[] bare = TSA.respond(request().encoded(), List.of(), Optional.empty());
    assertThat(verifier(TSA).verify(bare, MESSAGE)).isInstanceOf(Valid.class);
  }

  @Test
  void a_stamp_over_other_bytes_is_refused() {
    assertThat(faultOf(verifier(TSA), TSA.stamp("other".getBytes(UTF_8))))
        .isEqualTo(TimestampFault.OTHER_CONTENT);
  }

  @Test
  void a_stamp_of_an_authority_that_nobody_trusts_is_refused() {
    LocalTimestampAuthority stranger = LocalTimestampAuthority.named("stranger", at(NOON));
    assertThat(faultOf(verifier(TSA), stranger.stamp(MESSAGE))).isEqualTo(TimestampFault.UNTRUSTED);
  }

  @Test
  void a_stranger_under_the_names_of_a_trusted_authority_is_refused() {
    TestCertificates same = TestCertificates.root("trusted");
    LocalTimestampAuthority stranger =
        new LocalTimestampAuthority("tsa", same, same.signer("signer"), at(NOON));
    assertThat(faultOf(verifier(TSA), stranger.stamp(MESSAGE)))
        .isEqualTo(TimestampFault.BAD_SIGNATURE);
  }

  @Test
  void a_signer_that_is_neither_named_nor_known_is_refused() {
    byte[] bare = TSA.respond(request().encoded(), List.of(), Optional.empty());
    assertThat(faultOf(new TimestampVerifier(List.of()), bare))
        .isEqualTo(TimestampFault.SIGNER_UNKNOWN);
  }

  @Test
  void a_stamp_from_when_its_authority_was_not_trusted_is_refused() {
    assertThat(faultOf(trusting(Instant.parse(NOON).plusSeconds(1), Optional.empty())))
        .isEqualTo(TimestampFault.UNTRUSTED);
    assertThat(faultOf(trusting(Instant.EPOCH, Optional.of(Instant.parse(NOON)))))
        .isEqualTo(TimestampFault.UNTRUSTED);
  }

  @Test
  void a_stamp_by_a_certificate_that_had_expired_is_refused() {
    TestCertificates expired =
        ROOT.signer(
            "expired",
            true,
            List.of(KeyPurposeId.id_kp_timeStamping),
            TestCertificates.FROM,
            Instant.parse("2026-05-01T00:00:00Z"));
    LocalTimestampAuthority late = new LocalTimestampAuthority("late", ROOT, expired, at(NOON));
    assertThat(faultOf(verifier(late), late.stamp(MESSAGE))).isEqualTo(TimestampFault.EXPIRED);
  }

  @Test
  void a_certificate_made_for_more_than_time_stamps_is_refused() {
    assertThat(withPurposes(true, KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth))
        .isEqualTo(TimestampFault.WRONG_PURPOSE);
    assertThat(withPurposes(true, KeyPurposeId.id_kp_codeSigning))
        .isEqualTo(TimestampFault.WRONG_PURPOSE);
    assertThat(withPurposes(false, KeyPurposeId.id_kp_timeStamping))
        .isEqualTo(TimestampFault.WRONG_PURPOSE);
  }

  @Test
  void words_beside_the_status_are_refused_in_what_is_stored() {
    byte[] wordy =
        TSA.respond(
            request().encoded(), List.of(TSA.chain().getFirst()), Optional.of("Operation Okay"));
    assertThat(faultOf(verifier(TSA), wordy)).isEqualTo(TimestampFault.UNSIGNED_CONTENT);
  }

  @Test
  void a_certificate_that_the_proof_does_not_need_is_refused_in_what_is_stored() {
    byte[] full =
        TSA.respond(
            request().encoded(),
            List.of(TSA.chain().getFirst(), TestCertificates.root("unused").certificate()),
            Optional.empty());
    assertThat(faultOf(verifier(TSA), full)).isEqualTo(TimestampFault.UNSIGNED_CONTENT);
  }

  @Test
  void what_is_received_is_stored_without_what_is_not_signed() {
    byte[] full =
        TSA.respond(
            request().encoded(),
            List.of(TSA.chain().getFirst(), TestCertificates.root("unused").certificate()),
            Optional.of("Operation Okay"));
    assertThat(verifier(TSA).accept(full, request()))
        .isInstanceOfSatisfying(
            TimestampAnswer.Accepted.class,
            accepted -> {
              assertThat(verifier(TSA).verify(accepted.stored(), MESSAGE))
                  .isEqualTo(accepted.verdict());
              assertThat(accepted.stored().length).isLessThan(full.length);
            });
  }

  @Test
  void what_needs_nothing_left_out_is_stored_as_it_is() {
    byte[] response = TSA.respond(request().encoded());
    assertThat(verifier(TSA).accept(response, request()))
        .isInstanceOfSatisfying(
            TimestampAnswer.Accepted.class,
            accepted -> assertThat(accepted.stored()).isEqualTo(response));
  }

  @Test
  void an_answer_to_another_request_is_refused() {
    byte[] response = TSA.respond(request().encoded());
    TimestampRequest other = new TimestampRequest(MESSAGE, BigInteger.TWO);
    assertThat(verifier(TSA).accept(response, other))
        .isEqualTo(new TimestampAnswer.Refused(new Refused(TimestampFault.OTHER_NONCE, "")));
  }

  @Test
  void a_stamp_over_a_weak_digest_is_refused() throws IOException {
    byte[] sha1 = new byte[20];
    byte[] asked =
        new TimeStampRequestGenerator()
            .generate(TSPAlgorithms.SHA1, sha1, BigInteger.ONE)
            .getEncoded();
    assertThat(faultOf(verifier(TSA), TSA.respond(asked))).isEqualTo(TimestampFault.WEAK_ALGORITHM);
  }

  @Test
  void a_stamp_signed_over_a_weak_digest_is_refused() {
    TestCertificates root = TestCertificates.root("weak", "SHA256withRSA");
    TestCertificates signer = root.signer("weak signer");
    TestCertificates weak =
        new TestCertificates(signer.certificate(), signer.keys(), "SHA1withRSA");
    LocalTimestampAuthority tsa = new LocalTimestampAuthority("weak", root, weak, at(NOON));
    assertThat(faultOf(verifier(tsa), tsa.stamp(MESSAGE))).isEqualTo(TimestampFault.WEAK_ALGORITHM);
  }

  @Test
  void an_authority_that_does_not_grant_is_told() {
    byte[] refusal = TSA.refuse(request().encoded());
    assertThat(faultOf(verifier(TSA), refusal)).isEqualTo(TimestampFault.NOT_GRANTED);
  }

  @Test
  void bytes_that_are_no_response_are_refused() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {0x30, 0}, MESSAGE, new byte[300])) {
      assertThat(faultOf(verifier(TSA), bytes)).isEqualTo(TimestampFault.MALFORMED);
    }
  }

  @Test
  void bytes_behind_a_response_are_refused() {
    byte[] stamp = TSA.stamp(MESSAGE);
    assertThat(verifier(TSA).verify(java.util.Arrays.copyOf(stamp, stamp.length + 1), MESSAGE))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_bit_changed_anywhere_is_noticed() {
    assertThat(bitsUnnoticed(VERIFIER)).isEmpty();
  }

  @Test
  void a_bit_changed_anywhere_is_noticed_where_only_the_root_is_trusted() {
    TimestampAuthority root =
        new TimestampAuthority(
            "root only", List.of(ROOT.certificate()), Instant.EPOCH, Optional.empty());
    assertThat(bitsUnnoticed(new TimestampVerifier(List.of(root)))).isEmpty();
  }

  private static Set<Integer> bitsUnnoticed(TimestampVerifier verifier) {
    byte[] stamp = TSA.stamp(MESSAGE);
    Set<Integer> unnoticed = new HashSet<>();
    for (int at = 0; at < stamp.length; at++) {
      // The lowest bit makes the next number or tag, the sixth another case of a letter.
      for (int bit : new int[] {0, 5}) {
        stamp[at] ^= (byte) (1 << bit);
        if (verifier.verify(stamp, MESSAGE) instanceof Valid) {
          unnoticed.add(at);
        }
        stamp[at] ^= (byte) (1 << bit);
      }
    }
    return unnoticed;
  }

  private static TimestampFault withPurposes(boolean critical, KeyPurposeId... purposes) {
    TestCertificates special =
        ROOT.signer(
            "special", critical, List.of(purposes), TestCertificates.FROM, TestCertificates.UNTIL);
    return faultOf(stampedAs(special, ROOT.signer("special")));
  }

  /** What comes of a stamp that is made with one certificate and carries another. */
  private static TimestampFault faultOf(Swapped swapped) {
    TimestampAuthority trusted =
        new TimestampAuthority(
            "swapped", List.of(ROOT.certificate()), Instant.EPOCH, Optional.empty());
    return faultOf(new TimestampVerifier(List.of(trusted)), swapped.stamp());
  }

  private record Swapped(byte[] stamp) {}

  private static Swapped stampedAs(TestCertificates carried, TestCertificates used) {
    LocalTimestampAuthority tsa = new LocalTimestampAuthority("swapped", ROOT, used, at(NOON));
    return new Swapped(
        tsa.respond(request().encoded(), List.of(carried.certificate()), Optional.empty()));
  }

  @Test
  void another_certificate_for_the_same_key_is_refused() {
    TestCertificates used = ROOT.signer("twin");
    assertThat(faultOf(stampedAs(ROOT.again(used, "twin"), used)))
        .isEqualTo(TimestampFault.SIGNER_NOT_NAMED);
  }

  private static TimestampFault faultOf(TimestampAuthority authority) {
    return faultOf(new TimestampVerifier(List.of(authority)), TSA.stamp(MESSAGE));
  }

  private static TimestampAuthority trusting(Instant from, Optional<Instant> until) {
    return new TimestampAuthority("tsa", TSA.chain(), from, until);
  }

  private static TimestampFault faultOf(TimestampVerifier verifier, byte[] response) {
    return switch (verifier.verify(response, MESSAGE)) {
      case Refused refused -> refused.fault();
      case Valid valid -> throw new AssertionError("believed: " + valid);
    };
  }

  private static TimestampRequest request() {
    return new TimestampRequest(MESSAGE, BigInteger.valueOf(42));
  }

  private static TimestampVerifier verifier(LocalTimestampAuthority authority) {
    return new TimestampVerifier(List.of(authority.authority()));
  }
}
