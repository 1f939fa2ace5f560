package dev.releaseledger.evidence.sigstore;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Decimal;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.util.List;

/** That a leaf is in a log: where, by which proof, under which checkpoint. */
public record LoggedEntry(Sha256 logId, byte[] leaf, InclusionProof proof, Note checkpoint) {

  /** The entry in the log that this key signs for. */
  public static LoggedEntry of(
      VerifierKey log, byte[] leaf, InclusionProof proof, Note checkpoint) {
    return new LoggedEntry(LogId.of(log), leaf, proof, checkpoint);
  }

  /** Whether the proof leads from the leaf to the root of the checkpoint. */
  public Verdict included() {
    return switch (Checkpoint.parse(checkpoint.text())) {
      case Read.Bad<Checkpoint>(String reason) -> Verdict.fails(reason);
      case Read.Good<Checkpoint>(Checkpoint said) ->
          said.size() == proof.size()
              ? proof.verify(MerkleHash.leaf(leaf), said.root())
              : Verdict.fails("the proof is for another size than that of the checkpoint");
    };
  }

  Json.Obj json() {
    Json.Obj inclusion =
        new Members()
            .put("checkpoint", new Members().text("envelope", checkpoint.written()).built())
            .texts("hashes", proof.path().stream().map(Sha256::base64).toList())
            .text("logIndex", Long.toString(proof.index()))
            .text("rootHash", root().base64())
            .text("treeSize", Long.toString(proof.size()))
            .built();
    Json.Obj kind =
        new Members().text("kind", HashedRekord.KIND).text("version", HashedRekord.VERSION).built();
    return new Members()
        .text("canonicalizedBody", Base64Text.of(leaf))
        .put("inclusionProof", inclusion)
        .put("kindVersion", kind)
        .put("logId", new Members().text("keyId", logId.base64()).built())
        .text("logIndex", Long.toString(proof.index()))
        .built();
  }

  private Sha256 root() {
    return Checkpoint.parse(checkpoint.text()).orThrow().root();
  }

  static LoggedEntry of(Fields fields) {
    fields.object("kindVersion", LoggedEntry::kind);
    Proven proven = fields.object("inclusionProof", Proven::of);
    fields.constant("logIndex", Long.toString(proven.proof().index()));
    LoggedEntry entry =
        new LoggedEntry(
            fields.object("logId", id -> Sha256.parseBase64(id.text("keyId"))),
            Base64Text.decode(fields.text("canonicalizedBody")),
            proven.proof(),
            proven.checkpoint());
    if (!entry.root().equals(proven.root())) {
      throw new Malformed("the root beside the proof is not that of the checkpoint");
    }
    return entry;
  }

  private static String kind(Fields fields) {
    fields.constant("kind", HashedRekord.KIND);
    fields.constant("version", HashedRekord.VERSION);
    return HashedRekord.KIND;
  }

  private record Proven(InclusionProof proof, Sha256 root, Note checkpoint) {

    static Proven of(Fields fields) {
      List<Sha256> path = fields.texts("hashes").stream().map(Sha256::parseBase64).toList();
      return new Proven(
          new InclusionProof(
              Decimal.parse(fields.text("logIndex")), Decimal.parse(fields.text("treeSize")), path),
          Sha256.parseBase64(fields.text("rootHash")),
          fields.object(
              "checkpoint", note -> Note.parse(Utf8.encode(note.text("envelope"))).orThrow()));
    }
  }
}
