package dev.releaseledger.evidence.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.interop.Tool;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustFileTest {

  private static final String SSH_KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIDtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");
  private static final TrustFile FULL = full();

  @Test
  void a_trust_file_is_read_as_it_was_written() {
    TrustFile read = TrustFile.read(FULL.bytes()).orThrow();
    assertThat(read).isEqualTo(FULL);
    assertThat(read.policy()).isPresent();
  }

  @Test
  void a_trust_file_may_be_laid_out_by_hand() {
    String spaced = new String(FULL.bytes(), UTF_8).replace(",\"", ",\n  \"");
    assertThat(TrustFile.read(spaced.getBytes(UTF_8))).isEqualTo(new Read.Good<>(FULL));
  }

  @Test
  void a_signed_trust_file_is_read_with_the_keys_that_signed_it() {
    Ed25519Secret root = secret(7);
    byte[] signed = FULL.signed(root);
    assertThat(TrustFile.readSigned(signed, TrustedKeys.only(root.publicKey())))
        .isEqualTo(new Read.Good<>(FULL));
    assertThat(TrustFile.readSigned(signed, TrustedKeys.only(secret(8).publicKey())).isGood())
        .isFalse();
  }

  @Test
  void where_a_signature_is_demanded_a_plain_file_is_refused_and_the_other_way_round() {
    TrustedKeys root = TrustedKeys.only(secret(7).publicKey());
    assertThat(TrustFile.readSigned(FULL.bytes(), root).isGood()).isFalse();
    assertThat(TrustFile.read(FULL.signed(secret(7))).isGood()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dev/trust/v1 | dev/trust/v2 | \"type\" is not",
        "\"required\":1 | \"required\":3 | 3 anchors of 2",
        "\"required\":1 | \"required\":-1 | negative",
        "[\"rfc3161\",\"witness\"] | [\"rfc3161\",\"rfc3161\"] | twice",
        "[\"rfc3161\",\"witness\"] | [\"rfc3161\",\"wall\"] | no kind of anchor",
        "\"frozenAt\":100 | \"frozenAt\":\"100\" | whole number",
        "\"until\":\"2027 | \"until\":\"2025 | ends before it starts",
        "ssh-ed25519 | ssh-rsa | not of the type it says",
        "ssh-ed25519 AAAA | ssh-ed25519  AAAA | one space",
        "\"actorRef\":\"act_2\" | \"actorRef\":\"* cert-authority\" | actor reference",
        "\"name\":\"tsa\" | \"name\":\"tsa\",\"url\":\"\" | not known",
        "\"certificates\":[ | \"certificates\":[\"AAAA\", | DER of a certificate",
        "\"certificates\":[ | \"certificates\":[],\"x\":[ | without a certificate",
        "ssh-ed25519 AAAAC3Nz | ssh-ed25519 //// | not a key of OpenSSH",
        "quorum none | quorum w9 | line 2",
        "{\"allowedSigners\" | {\"more\":1,\"allowedSigners\" | \"more\" is not known",
      })
  void a_trust_file_that_is_not_quite_one_is_refused(String from, String to, String reason) {
    String text = new String(FULL.bytes(), UTF_8);
    String changed = text.replace(from, to);
    assertThat(changed).isNotEqualTo(text);
    assertThat(TrustFile.read(changed.getBytes(UTF_8)))
        .isInstanceOfSatisfying(Read.Bad.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void trust_in_nothing_and_trust_twice_are_refused() {
    String text = new String(FULL.bytes(), UTF_8);
    for (String name : List.of("logs", "attestationKeys", "timestampAuthorities")) {
      int start = text.indexOf("\"" + name + "\":[") + name.length() + 4;
      int end = text.indexOf("}]", start) + 1;
      String one = text.substring(start, end);
      String twice = text.substring(0, end) + "," + one + text.substring(end);
      assertThat(TrustFile.read(twice.getBytes(UTF_8)))
          .isInstanceOfSatisfying(
              Read.Bad.class, bad -> assertThat(bad.reason()).contains("twice"));
      String none = text.substring(0, start) + text.substring(end);
      assertThat(TrustFile.read(none.getBytes(UTF_8)).isGood())
          .isEqualTo(name.equals("timestampAuthorities"));
    }
  }

  @Test
  void a_witness_policy_names_logs_that_are_trusted_only() {
    String stranger =
        new SignerKey(SampleBundle.LOG.name(), SampleBundle.LOG.type(), secret(9))
            .verifier()
            .text();
    String text = new String(FULL.bytes(), UTF_8);
    String log = SampleBundle.LOG.verifier().text();
    String changed = text.replace("log " + log, "log " + stranger);
    assertThat(TrustFile.read(changed.getBytes(UTF_8)))
        .isEqualTo(new Read.Bad<>("the witness policy names a log that is not trusted"));
  }

  @Test
  void anchors_are_enough_when_as_many_as_required_are_there() {
    AnchorPolicy policy =
        new AnchorPolicy(1, List.of(AnchorPolicy.Kind.RFC3161, AnchorPolicy.Kind.WITNESS));
    assertThat(policy.isMetBy(Set.of(AnchorPolicy.Kind.WITNESS))).isTrue();
    assertThat(policy.isMetBy(Set.of(AnchorPolicy.Kind.GIT, AnchorPolicy.Kind.EXPORT))).isFalse();
    assertThat(new AnchorPolicy(0, List.of()).isMetBy(Set.of())).isTrue();
  }

  @Test
  void ssh_keygen_reads_the_allowed_signers(@TempDir Path folder) {
    Tool keygen = Tool.demand("ssh-keygen", folder);
    keygen.with("signers", FULL.allowedSignersFile());
    assertThat(
            keygen
                .run(
                    "-Y",
                    "match-principals",
                    "-I",
                    "act_2",
                    "-f",
                    "signers",
                    "-n",
                    "release-ledger")
                .output()
                .trim())
        .isEqualTo("act_2");
  }

  private static TrustFile full() {
    TrustFile simple = SampleBundle.trust();
    return new TrustFile(
        List.of(
            new TrustedLog(
                SampleBundle.LOG.verifier(),
                new Period(FROM, Optional.of(UNTIL)),
                Optional.of(100L))),
        simple.attestationKeys(),
        simple.timestampAuthorities(),
        Optional.of("log " + SampleBundle.LOG.verifier().text() + "\nquorum none\n"),
        new AnchorPolicy(1, List.of(AnchorPolicy.Kind.RFC3161, AnchorPolicy.Kind.WITNESS)),
        List.of(
            new AllowedSigner(
                "act_2", "ssh-ed25519", SSH_KEY, new Period(FROM, Optional.empty()))));
  }

  private static Ed25519Secret secret(int number) {
    byte[] seed = new byte[32];
    seed[0] = (byte) number;
    return Ed25519Secret.of(seed);
  }
}
