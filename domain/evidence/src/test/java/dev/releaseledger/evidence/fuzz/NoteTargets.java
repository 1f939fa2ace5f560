package dev.releaseledger.evidence.fuzz;

import static dev.releaseledger.evidence.fuzz.Promise.answered;
import static dev.releaseledger.evidence.fuzz.Promise.oneSpelling;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.AddCheckpoint;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.note.Witness;
import dev.releaseledger.evidence.note.WitnessAnswer;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Parsers of lines of text, most of them of C2SP. */
final class NoteTargets {

  private static final VerifierKey LOG = SampleBundle.LOG.verifier();
  private static final Witness WITNESS =
      new Witness(Keys.witness("example.com/witness", 2), Map.of(LOG.name(), List.of(LOG)));
  private static final TrustPolicy POLICY = SampleEvidence.trust().policy().orElseThrow();

  private NoteTargets() {}

  static List<Target> all() {
    List<byte[]> checkpoints = Seeds.files("checkpoint|from\\.checkpoint|anchors/.*/checkpoint");
    return List.of(
        new Target("note", Seeds.and(checkpoints, "derived/signed-note.json"), NoteTargets::note),
        new Target(
            "checkpoint",
            Seeds.and(checkpoints, "derived/checkpoint-body.json"),
            bytes -> oneSpelling(bytes, text(bytes, Checkpoint::parse), NoteTargets::bytes)),
        new Target(
            "tlog-proof",
            Seeds.and(Seeds.files("proofs/.*"), "derived/tlog-proof-parse.json"),
            NoteTargets::proof),
        new Target(
            "vkey",
            Seeds.and(List.of(Seeds.text(LOG.text())), "derived/vkey.json"),
            bytes -> oneSpelling(bytes, text(bytes, VerifierKey::parse), k -> utf8(k.text()))),
        new Target(
            "signer-key",
            List.of(Seeds.text(SampleBundle.LOG.secretText())),
            bytes -> oneSpelling(bytes, text(bytes, SignerKey::parse), k -> utf8(k.secretText()))),
        new Target("pem", List.of(Seeds.text(LOG.key().pem())), NoteTargets::pem),
        new Target("policy", policies(), NoteTargets::policy),
        new Target(
            "add-checkpoint",
            Seeds.and(requests(checkpoints), "derived/tlog-witness-add-checkpoint.json"),
            NoteTargets::request),
        new Target(
            "continuation",
            Seeds.files("consistency/.*|statement\\.consistency"),
            bytes -> oneSpelling(bytes, Continuation.read(bytes), Continuation::bytes)));
  }

  private static void note(byte[] bytes) {
    Read<Note> read = Note.parse(bytes);
    oneSpelling(bytes, read, Note::bytes);
    answered(read)
        .ifPresent(note -> {
          answered(note.verify(List.of(LOG)));
          answered(POLICY.verify(note));
        });
  }

  private static void proof(byte[] bytes) {
    Read<TlogProof> read = TlogProof.parse(bytes);
    oneSpelling(bytes, read, TlogProof::bytes);
    answered(read).ifPresent(proof -> answered(proof.verify(bytes, POLICY)));
  }

  private static void pem(byte[] bytes) {
    Function<byte[], Read<Ed25519Key>> reading =
        given -> Read.of(() -> Ed25519Key.ofPem(Utf8.decode(given)));
    Promise.settles(bytes, reading, key -> utf8(key.pem()));
  }

  private static void policy(byte[] bytes) {
    answered(TrustPolicy.parse(bytes))
        .ifPresent(policy -> {
          Promise.hold(policy.quorum().isMetBy(policy.witnesses().keySet()), "never to be met");
          answered(
              policy.verify(
                  new Checkpoint(LOG.name(), 0, MerkleHash.EMPTY).sign(SampleBundle.LOG)));
        });
  }

  private static void request(byte[] bytes) {
    oneSpelling(bytes, AddCheckpoint.parse(bytes), AddCheckpoint::bytes);
    WitnessAnswer answer = WITNESS.answer(bytes, _ -> null, SampleBundle.STAMPED);
    if (answer instanceof WitnessAnswer.Refused(int status, String reason)) {
      Promise.hold(status >= 400 && status < 500, "the status " + status);
      Promise.showable(reason);
    }
  }

  private static List<byte[]> requests(List<byte[]> checkpoints) {
    return checkpoints.stream()
        .map(note -> AddCheckpoint.of(0, List.of(), Note.parse(note).orThrow()).bytes())
        .toList();
  }

  private static List<byte[]> policies() {
    String key = Keys.witness("w.example", 5).verifier().text();
    String other = Keys.witness("v.example", 6).verifier().text();
    return List.of(
        Seeds.text(SampleEvidence.trust().witnessPolicy().orElseThrow()),
        Seeds.text(
            "# two of them\nlog %s https://log.example\nwitness a %s\nwitness b %s\n"
                    .formatted(LOG.text(), key, other)
                + "group g 1 a b\ngroup h all g\nquorum h\n"));
  }

  private static <T> Read<T> text(byte[] bytes, Function<String, Read<T>> reading) {
    return Read.of(() -> Utf8.decode(bytes)).then(text -> reading.apply(text).orThrow());
  }

  private static byte[] bytes(Checkpoint checkpoint) {
    return utf8(checkpoint.text());
  }

  private static byte[] utf8(String text) {
    return Utf8.encode(text);
  }
}
