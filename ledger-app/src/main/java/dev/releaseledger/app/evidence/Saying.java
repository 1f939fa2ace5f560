package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.refusal.EvidenceRefusal.NothingReleased;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.environment.LinkKind;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.evidence.attestation.release.Apply;
import dev.releaseledger.evidence.attestation.release.Change;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.Gate;
import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.attestation.release.Outcome;
import dev.releaseledger.evidence.attestation.release.PreviousRelease;
import dev.releaseledger.evidence.attestation.release.Release;
import dev.releaseledger.evidence.attestation.release.Requester;
import dev.releaseledger.evidence.attestation.release.Rollback;
import dev.releaseledger.evidence.attestation.release.Ruling;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.SeparationOfDuties;
import dev.releaseledger.evidence.attestation.release.Verification;
import dev.releaseledger.evidence.bundle.ConnectionMap;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Says what the events of a release come to, as docs/evidence/attestation.md has it. What was not
 * recorded is left out.
 */
final class Saying {

  private static final String SEPARATION = "separation-of-duties";
  private static final String NO_RULE = "none";

  private final Course course;
  private final Rules.Held rules;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final Plan plan;

  Saying(Course course, Rules.Held rules, Schemas schemas, KeptPolicies policies) {
    this.course = course;
    this.rules = rules;
    this.schemas = schemas;
    this.policies = policies;
    this.plan = schemas.plan(course.proposal().planDigest());
  }

  /**
   * All that is signed.
   *
   * @param reason the commitment to the reason that was given
   */
  SchemaRelease under(SignedCheckpoint checkpoint, String origin, Optional<Sha256> reason) {
    PlanProposed proposal = course.proposal();
    ReleaseAdvanced released = course.released();
    String commit = released.ref();
    if (commit == null) {
      throw new Refused(
          new NothingReleased("release " + released.release(), "no commit declares it"));
    }
    List<Happened> happened = course.happened();
    return new SchemaRelease(
        new Release(
            released.release(),
            released.project(),
            commit,
            ConnectionMap.digest(json(released.schemas())),
            released.at()),
        released.environment(),
        Optional.ofNullable(released.previous()).map(this::previous),
        change(reason),
        new Requester(proposal.actor(), Optional.empty(), proposal.at()),
        new Decisions(course, rules.digest()).approvals(),
        separation(),
        new Tests(course).runs(),
        // When the policy would have let it run is told by a gate in words only.
        Optional.empty(),
        apply(),
        verification(),
        rollback(),
        new Gate(
            Entry.digestOf(rules.digest()),
            course.isEmergency() ? Ruling.OVERRIDDEN : Ruling.PASSED),
        new LogRange(
            origin,
            checkpoint.size(),
            checkpoint.root(),
            happened.getFirst().entry().index(),
            happened.getLast().entry().index(),
            happened.size()));
  }

  private PreviousRelease previous(String id) {
    return new PreviousRelease(
        id,
        ConnectionMap.digest(
            json(
                course.previous().map(ReleaseAdvanced::schemas).orElse(course.proposal().base()))));
  }

  private Change change(Optional<Sha256> reason) {
    return new Change(
        course.rollout(),
        Entry.digestOf(course.proposal().planDigest()),
        ticket(),
        reason,
        scope(),
        dev.releaseledger.evidence.attestation.release.Risk.valueOf(risk().name()),
        course.isEmergency());
  }

  private Optional<String> ticket() {
    List<TicketLinked> links = course.own(TicketLinked.class);
    return Stream.of(LinkKind.TICKET, LinkKind.PULL_REQUEST)
        .flatMap(kind -> links.stream().filter(link -> link.kind().equals(kind.word())))
        .map(TicketLinked::reference)
        .findFirst();
  }

  private List<String> scope() {
    PlanProposed proposal = course.proposal();
    String impact = proposal.terms() == null ? null : proposal.terms().impact();
    return impact == null
        ? steps().map(Step::object).distinct().sorted().toList()
        : List.copyOf(policies.impact(impact).tables());
  }

  private Risk risk() {
    return steps().map(Step::risk).max(Comparator.naturalOrder()).orElse(Risk.METADATA_ONLY);
  }

  private Stream<Step> steps() {
    return plan.connections().values().stream().flatMap(part -> part.steps().stream());
  }

  private SeparationOfDuties separation() {
    List<String> words = rules.policy().separation().stream().map(Separation::word).toList();
    boolean met =
        course.last(ApplyStarted.class).gates().stream()
            .filter(gate -> gate.gate().equals(SEPARATION))
            .allMatch(gate -> gate.met());
    return new SeparationOfDuties(
        words.isEmpty() ? NO_RULE : String.join(",", words),
        met ? Ruling.PASSED : course.isEmergency() ? Ruling.OVERRIDDEN : Ruling.FAILED);
  }

  private Apply apply() {
    ApplyStarted started = course.last(ApplyStarted.class);
    return new Apply(
        started.actor(),
        started.at(),
        course.last(ApplySucceeded.class).at(),
        started.project() + "/" + started.environment(),
        Entry.digestOf(started.planDigest()),
        ConnectionMap.executed(
            course.own(StatementApplied.class).stream().map(StatementApplied::sqlDigest).toList()),
        Outcome.SUCCEEDED);
  }

  private Verification verification() {
    DriftCheckPassed compared =
        course.own(DriftCheckPassed.class).stream()
            .filter(it -> it.check() == DriftCheck.POST_APPLY)
            .reduce((one, other) -> other)
            .orElseThrow(() ->
                new Refused(
                    new NothingReleased(
                        "rollout " + course.rollout(), "nothing was compared after its apply")));
    return new Verification(
        Drift.NONE, ConnectionMap.digest(json(compared.observed())), compared.at());
  }

  private Rollback rollback() {
    return new Rollback(
        Undoing.back(plan).map(sql -> Sha256.of(sql.getBytes(StandardCharsets.UTF_8))),
        wasTakenBack(),
        Optional.empty(),
        false);
  }

  /** Whether the rehearsal took back every step, and came to where it had started. */
  private boolean wasTakenBack() {
    PlanRehearsal rehearsal = schemas.rehearsal(course.proposal().rehearsal());
    return steps().findAny().isPresent()
        && plan.connections().entrySet().stream()
            .allMatch(part ->
                part.getValue().steps().stream()
                    .allMatch(step -> isProven(rehearsal, part.getKey(), step)));
  }

  private static boolean isProven(PlanRehearsal rehearsal, String connection, Step step) {
    var report = rehearsal.of(connection);
    var measured = report == null ? null : report.step(step.number());
    return measured != null && !(measured.undo() instanceof UndoMark.Irreversible);
  }

  private static Json.Obj json(Map<String, String> digests) {
    SortedMap<String, Json> members = new TreeMap<>();
    digests.forEach((name, digest) -> members.put(name, new Json.Str(digest)));
    return Json.Obj.of(members);
  }
}
