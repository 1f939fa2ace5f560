package dev.releaseledger.app.record;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Entry;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import dev.releaseledger.domain.record.artifact.ArtifactFiles;
import dev.releaseledger.domain.record.artifact.RolloutEvidence;
import dev.releaseledger.domain.record.artifact.Shapes;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.EventName;
import dev.releaseledger.projections.timeline.Sentences;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the whole life of a rollout from its events and artifacts, and from nothing else. */
@Component
public class RolloutRecords {

  private static final long EVERYTHING = Long.MAX_VALUE;

  private final EventLog log;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final People people;

  RolloutRecords(EventLog log, Schemas schemas, KeptPolicies policies, People people) {
    this.log = log;
    this.schemas = schemas;
    this.policies = policies;
    this.people = people;
  }

  /** The record of a change. */
  public ChangeRecord record(EnvironmentId environment, String rollout) {
    return record(environment, rollout, EVERYTHING, people::nameOf);
  }

  /**
   * The record of a change as it was at a position of the ledger.
   *
   * @param names what actors are called in it
   */
  public ChangeRecord record(
      EnvironmentId environment, String rollout, long upTo, UnaryOperator<String> names) {
    return Recording.of(dossier(environment, rollout, Dossier.BESIDE, upTo, names));
  }

  /** The files about a change. */
  public List<ArtifactFile> files(EnvironmentId environment, String rollout) {
    Dossier dossier =
        dossier(environment, rollout, Dossier.BESIDE_IN_FILES, EVERYTHING, people::nameOf);
    return ArtifactFiles.of(
        dossier,
        Recording.of(dossier),
        shapes(dossier, schemas::schema),
        contract(dossier),
        schemas::schema);
  }

  /** What there is to show for a change, from the events up to a position. */
  public RolloutEvidence evidence(EnvironmentId environment, String rollout, long upTo) {
    Dossier dossier = dossier(environment, rollout, Dossier.BESIDE_IN_FILES, upTo, people::nameOf);
    return RolloutEvidence.of(
        dossier, Recording.of(dossier), shapes(dossier, schemas::schema), contract(dossier));
  }

  private Contract contract(Dossier dossier) {
    String policy = dossier.plan().policy();
    return policy == null ? Contract.none() : policies.policy(policy).contract();
  }

  private Dossier dossier(
      EnvironmentId environment,
      String rollout,
      Collection<Class<? extends EnvironmentEvent>> beside,
      long upTo,
      UnaryOperator<String> names) {
    List<String> kinds = beside.stream().map(EventName::of).toList();
    List<Entry> stream =
        log.ofRollout(environment.stream(), rollout, kinds).stream()
            .filter(it -> it.position() <= upTo)
            .map(it -> entry(it, names))
            .toList();
    PlanProposed proposal =
        stream.stream()
            .map(Entry::event)
            .filter(it -> it instanceof PlanProposed found && found.rollout().equals(rollout))
            .map(PlanProposed.class::cast)
            .findFirst()
            .orElseThrow(() -> new Refused(new UnknownRollout(rollout)));
    String impact = proposal.terms() == null ? null : proposal.terms().impact();
    return new Dossier(
        rollout,
        stream,
        schemas.plan(proposal.planDigest()),
        schemas.rehearsal(proposal.rehearsal()),
        proposal.review() == null ? null : policies.review(proposal.review()),
        impact == null ? null : policies.impact(impact),
        names);
  }

  private static Entry entry(EventLog.Recorded recorded, UnaryOperator<String> names) {
    EnvironmentEvent event = (EnvironmentEvent) recorded.event();
    return new Entry(
        recorded.position(), recorded.name(), event, People.named(Sentences.of(event), names));
  }

  private static SortedMap<String, Shapes> shapes(Dossier dossier, Function<String, Schema> kept) {
    PlanProposed proposal = dossier.proposal();
    SortedMap<String, Shapes> shapes = new TreeMap<>();
    proposal
        .snapshots()
        .forEach((connection, digest) ->
            shapes.put(
                connection,
                new Shapes(base(dossier, proposal, connection, kept), kept.apply(digest))));
    return shapes;
  }

  /** What a database was before the plan, where a release or another plan had declared it. */
  private static @Nullable Schema base(
      Dossier dossier, PlanProposed proposal, String connection, Function<String, Schema> kept) {
    String wanted = proposal.base().get(connection);
    if (Schema.empty().fingerprint().value().equals(wanted)) {
      return Schema.empty();
    }
    String found = null;
    for (Entry entry : dossier.stream()) {
      if (entry.event() instanceof ReleaseAdvanced it
          && it.schemas().getOrDefault(connection, "").equals(wanted)) {
        found = it.snapshots().get(connection);
      } else if (entry.event() instanceof PlanProposed it
          && it.target().getOrDefault(connection, "").equals(wanted)) {
        found = it.snapshots().get(connection);
      }
    }
    return found == null ? null : kept.apply(found);
  }
}
