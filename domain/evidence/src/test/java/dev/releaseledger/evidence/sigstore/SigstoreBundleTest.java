package dev.releaseledger.evidence.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.attestation.Envelope;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.timestamp.TimestampVerdict;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigstoreBundleTest {

  private static final SigstoreBundle BUNDLE = SampleBundle.of(SampleBundle.statement());

  @Test
  void a_bundle_is_read_as_it_was_written() {
    assertThat(SigstoreBundle.read(BUNDLE.bytes()).orThrow().bytes()).isEqualTo(BUNDLE.bytes());
  }

  @Test
  void a_bundle_proves_what_was_said_and_when() {
    assertThat(verified(BUNDLE.bytes(), SampleBundle.trust()))
        .isInstanceOfSatisfying(
            Read.Good.class,
            good -> {
              BundleVerifier.Proven proven = (BundleVerifier.Proven) good.value();
              assertThat(proven.statement()).isEqualTo(SampleBundle.statement());
              assertThat(proven.checkpoint().size()).isEqualTo(11);
              assertThat(proven.stamps())
                  .extracting(TimestampVerdict.Valid::at)
                  .containsExactly(SampleBundle.STAMPED);
            });
  }

  @Test
  void the_leaf_has_the_form_of_rekor() {
    Json.Obj leaf = StrictJson.readCanonical(BUNDLE.entry().leaf()).orThrow();
    assertThat(leaf.text("kind") + " " + leaf.text("apiVersion")).isEqualTo("hashedrekord 0.0.2");
    Json.Obj record = leaf.object("spec").object("hashedRekordV002");
    assertThat(record.object("data").text("digest"))
        .isEqualTo(Sha256.of(BUNDLE.envelope().preAuthentication()).base64());
    assertThat(record.object("signature").object("verifier").text("keyDetails"))
        .isEqualTo("PKIX_ED25519");
  }

  @Test
  void a_byte_changed_anywhere_is_noticed() {
    byte[] bytes = BUNDLE.bytes();
    TrustFile trust = SampleBundle.trust();
    Set<Integer> unnoticed = new HashSet<>();
    for (int at = 0; at < bytes.length; at++) {
      byte before = bytes[at];
      bytes[at] ^= 1;
      if (verified(bytes, trust).isGood()) {
        unnoticed.add(at);
      }
      bytes[at] = before;
    }
    assertThat(unnoticed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bundle.v0.3 | bundle.v0.2 | mediaType",
        "\"logIndex\":\"5\" | \"logIndex\":\"4\" | ",
        "\"treeSize\":\"11\" | \"treeSize\":\"12\" | ",
        "\"version\":\"0.0.2\" | \"version\":\"0.0.1\" | version",
        "\"tlogEntries\":[ | \"tlogEntries\":[],\"x\":[ | one entry",
        "{\"dsseEnvelope\" | {\"also\":1,\"dsseEnvelope\" | not known",
        "\"signatures\":[{ | \"signatures\":[{\"also\":1, | does not have",
        "{\"dsseEnvelope\" | { \"dsseEnvelope\" | canonical",
      })
  void a_bundle_that_is_not_quite_one_is_refused(String from, String to, String reason) {
    String text = new String(BUNDLE.bytes(), UTF_8);
    String changed = text.replace(from, to);
    assertThat(changed).isNotEqualTo(text);
    assertThat(verified(changed.getBytes(UTF_8), SampleBundle.trust()))
        .isInstanceOfSatisfying(
            Read.Bad.class,
            bad -> assertThat(bad.reason()).contains(Optional.ofNullable(reason).orElse("")));
  }

  @Test
  void the_entry_of_another_signature_is_refused() {
    SigstoreBundle other =
        SampleBundle.of(
            new Statement(
                SampleBundle.statement().subjects(),
                "https://example.com/v1",
                SampleBundle.statement().predicate()));
    SigstoreBundle mixed = new SigstoreBundle(BUNDLE.envelope(), other.entry(), List.of());
    assertThat(mixed.logs(SampleBundle.ATTESTING.publicKey()))
        .isEqualTo(Verdict.fails("the entry of the log is not that of the signature"));
    SigstoreBundle stamped =
        new SigstoreBundle(BUNDLE.envelope(), BUNDLE.entry(), other.timestamps());
    assertThat(reason(stamped, SampleBundle.trust())).contains("time stamp: it is of other bytes");
  }

  @Test
  void keys_and_logs_that_nobody_trusts_are_refused() {
    TrustFile trust = SampleBundle.trust();
    TrustFile stranger =
        new TrustFile(
            trust.logs(),
            List.of(
                new TrustedSigner(SampleBundle.LOG.secret().publicKey(), SampleBundle.always())),
            trust.timestampAuthorities(),
            Optional.empty(),
            trust.anchors(),
            List.of());
    assertThat(reason(BUNDLE, stranger)).isEqualTo("no trusted key has signed the bundle");
    TrustFile otherLog =
        new TrustFile(
            List.of(
                new TrustedLog(
                    new SignerKey("other.example.org", KeyType.ED25519, SampleBundle.LOG.secret())
                        .verifier(),
                    SampleBundle.always(),
                    Optional.empty())),
            trust.attestationKeys(),
            trust.timestampAuthorities(),
            Optional.empty(),
            trust.anchors(),
            List.of());
    assertThat(reason(BUNDLE, otherLog)).isEqualTo("the log of the bundle is not trusted");
  }

  @Test
  void a_checkpoint_that_the_log_did_not_sign_is_refused() {
    Checkpoint said = Checkpoint.parse(BUNDLE.entry().checkpoint().text()).orThrow();
    SignerKey stranger =
        new SignerKey(SampleBundle.LOG.name(), KeyType.ED25519, SampleBundle.ATTESTING);
    assertThat(reason(under(said.sign(stranger)), SampleBundle.trust()))
        .isEqualTo("no known key has signed the note");
    Checkpoint elsewhere = new Checkpoint("elsewhere.example.org", said.size(), said.root());
    assertThat(reason(under(elsewhere.sign(SampleBundle.LOG)), SampleBundle.trust()))
        .isEqualTo("the checkpoint is of another log");
  }

  @Test
  void a_checkpoint_of_another_tree_is_refused() {
    Checkpoint said = Checkpoint.parse(BUNDLE.entry().checkpoint().text()).orThrow();
    Checkpoint larger = new Checkpoint(said.origin(), said.size() + 1, said.root());
    assertThat(reason(under(larger.sign(SampleBundle.LOG)), SampleBundle.trust()))
        .isEqualTo("the proof is for another size than that of the checkpoint");
    Checkpoint other = new Checkpoint(said.origin(), said.size(), Sha256.of(new byte[0]));
    assertThat(new BundleVerifier(SampleBundle.trust()).verify(under(other.sign(SampleBundle.LOG))))
        .isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_bundle_has_one_signature_and_something_that_is_signed() {
    Envelope twice =
        Envelope.sign("x", new byte[1], SampleBundle.ATTESTING, SampleBundle.LOG.secret());
    Envelope nothing = Envelope.sign("x", new byte[0], SampleBundle.ATTESTING);
    for (Envelope envelope : List.of(twice, nothing)) {
      assertThatThrownBy(() -> new SigstoreBundle(envelope, BUNDLE.entry(), List.of()))
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void keys_are_believed_in_their_time_only() {
    Instant stamped = SampleBundle.STAMPED;
    Period before = new Period(stamped.minusSeconds(9), Optional.of(stamped));
    Period during = new Period(stamped, Optional.of(stamped.plusSeconds(1)));
    assertThat(reason(BUNDLE, SampleBundle.trust(before, Optional.empty())))
        .isEqualTo("the key of the signature was not believed at " + stamped);
    assertThat(verified(BUNDLE.bytes(), SampleBundle.trust(during, Optional.empty())).isGood())
        .isTrue();
    SigstoreBundle bare = new SigstoreBundle(BUNDLE.envelope(), BUNDLE.entry(), List.of());
    assertThat(reason(bare, SampleBundle.trust(during, Optional.empty())))
        .contains("nothing says when it was used");
    assertThat(verified(bare.bytes(), SampleBundle.trust()).isGood()).isTrue();
  }

  @Test
  void a_log_that_was_frozen_has_not_grown() {
    Period always = SampleBundle.always();
    assertThat(verified(BUNDLE.bytes(), SampleBundle.trust(always, Optional.of(11L))).isGood())
        .isTrue();
    assertThat(reason(BUNDLE, SampleBundle.trust(always, Optional.of(10L)))).contains("frozen");
  }

  private static SigstoreBundle under(Note checkpoint) {
    LoggedEntry entry = BUNDLE.entry();
    return new SigstoreBundle(
        BUNDLE.envelope(),
        new LoggedEntry(entry.logId(), entry.leaf(), entry.proof(), checkpoint),
        BUNDLE.timestamps());
  }

  private static String reason(SigstoreBundle bundle, TrustFile trust) {
    return switch (new BundleVerifier(trust).verify(bundle)) {
      case Read.Bad<BundleVerifier.Proven>(String reason) -> reason;
      case Read.Good<BundleVerifier.Proven> good -> throw new AssertionError("believed");
    };
  }

  private static Read<BundleVerifier.Proven> verified(byte[] bundle, TrustFile trust) {
    return SigstoreBundle.read(bundle)
        .then(read -> new BundleVerifier(trust).verify(read).orThrow());
  }
}
