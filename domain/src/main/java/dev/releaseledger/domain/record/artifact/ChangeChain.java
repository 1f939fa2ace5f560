package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.Rollout;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Entry;
import java.util.List;
import java.util.stream.Stream;

/**
 * The request, the approval that names its digest, and the deployment that names the approval's.
 */
final class ChangeChain {

  private ChangeChain() {}

  /** The links there are so far. */
  static List<ChainFile> of(Dossier dossier, ChangeRecord record, List<LedgerFile> ledgers) {
    Rollout rollout = rollout(dossier);
    ChainFile request = ChangeRequestFile.of(record, rollout.proposal(), rollout.ballot(), ledgers);
    ChainFile approval = ApprovalRecordFile.of(record, rollout, request);
    ChainFile deployment = DeploymentRecordFile.of(record, approval);
    return Stream.of(Stream.of(request, approval), Stream.ofNullable(deployment))
        .flatMap(links -> links)
        .toList();
  }

  private static Rollout rollout(Dossier dossier) {
    List<EnvironmentEvent> own = dossier.own().stream().map(Entry::event).toList();
    return Environment.initial().evolve(own).rollout(dossier.rollout()).orElseThrow();
  }
}
