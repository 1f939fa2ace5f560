package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.sealing.AwaitedSeal;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.export.EvidenceCommand.LogStatement;
import dev.releaseledger.domain.export.EvidenceCommand.RecordExport;
import dev.releaseledger.domain.export.EvidenceEvent.EvidenceExported;
import dev.releaseledger.domain.export.EvidenceEvent.StatementLogged;
import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.sigstore.LoggedEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has a statement logged, unless it is already, and puts the proof of that into its bundle. */
@Component
class LoggingStatements {

  private final Ledger ledger;
  private final Checkpoints checkpoints;
  private final TransparencyLog log;
  private final AttestationKey key;

  LoggingStatements(
      Ledger ledger, Checkpoints checkpoints, TransparencyLog log, AttestationKey key) {
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.log = log;
    this.key = key;
  }

  /** The digest of the statement of a draft, as events name it. */
  static String digest(SignedDraft draft) {
    return "sha256:" + draft.statementDigest().hex();
  }

  /** The archive of a draft; that it is handed out is recorded first. */
  Archive complete(
      String name, SignedDraft draft, EvidenceExported exported, SignedCheckpoint checkpoint) {
    // Who gets it is known before it is signed for all to see.
    long told = ledger.record(new RecordExport(exported));
    long position =
        ledger.record(
            new LogStatement(
                new StatementLogged(
                    draft.signedDigest().base64(),
                    Base64Text.of(draft.signature()),
                    Base64Text.of(key.publicKey().spki()),
                    exported.actor(),
                    exported.at())));
    AwaitedSeal.Sealed sealed = checkpoints.covering(position);
    TlogProof proof = log.proof(sealed.index(), sealed.checkpoint());
    LoggedEntry entry =
        LoggedEntry.of(
            // While two keys sign, the one that every verifier has.
            log.keysAt(sealed.checkpoint().size()).getFirst(),
            draft.leaf(),
            new InclusionProof(sealed.index(), sealed.checkpoint().size(), proof.path()),
            sealed.checkpoint().note());
    return new Archive(
        name,
        draft.complete(entry, List.of(), continuation(checkpoint, sealed.checkpoint())),
        Math.max(told, position));
  }

  private Optional<ConsistencyProof> continuation(
      SignedCheckpoint checkpoint, SignedCheckpoint later) {
    return checkpoint.size() == later.size()
        ? Optional.empty()
        : Optional.of(log.consistency(checkpoint.size(), later.size()));
  }
}
