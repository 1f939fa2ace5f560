package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.KeptPolicies;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.record.RolloutRecords;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.springframework.stereotype.Component;

/** Gathers all that the evidence of a release consists of. */
@Component
class Collecting {

  private final CourseReading reading;
  private final Checkpoints checkpoints;
  private final Rules rules;
  private final ReleaseArtifacts artifacts;
  private final RolloutRecords records;
  private final HeldAnchors anchors;
  private final Commitments commitments;
  private final People people;
  private final Schemas schemas;
  private final KeptPolicies policies;
  private final TransparencyLog log;

  Collecting(
      CourseReading reading,
      Checkpoints checkpoints,
      Rules rules,
      ReleaseArtifacts artifacts,
      RolloutRecords records,
      HeldAnchors anchors,
      Commitments commitments,
      People people,
      Schemas schemas,
      KeptPolicies policies,
      TransparencyLog log) {
    this.reading = reading;
    this.checkpoints = checkpoints;
    this.rules = rules;
    this.artifacts = artifacts;
    this.records = records;
    this.anchors = anchors;
    this.commitments = commitments;
    this.people = people;
    this.schemas = schemas;
    this.policies = policies;
    this.log = log;
  }

  Collected collect(ReleaseRequest request) {
    SignedCheckpoint checkpoint = checkpoints.of(request.size());
    long upTo = checkpoints.positionOf(checkpoint);
    EnvironmentId environment = request.environment();
    Course course = reading.read(environment, request.rollout(), upTo);
    Rules.Held held = rules.of(course);
    SchemaRelease said =
        new Saying(course, held, schemas, policies)
            .under(checkpoint, log.origin(), commitments.toReason(course));
    SortedMap<String, String> names = request.names() ? namesIn(course) : new TreeMap<>();
    return new Collected(
        environment,
        course,
        checkpoint,
        said,
        records.record(
            environment, course.rollout(), upTo, actor -> names.getOrDefault(actor, actor)),
        artifacts.of(course, held),
        anchors.upTo(checkpoint, said.log().firstIndex()),
        names,
        "%s-%s.evidence.zip".formatted(said.release().id(), environment.environment()));
  }

  private SortedMap<String, String> namesIn(Course course) {
    SortedMap<String, String> names = new TreeMap<>();
    course.happened().stream()
        .flatMap(it -> People.ACTOR.matcher(it.entry().event().payload()).results())
        .map(MatchResult::group)
        .distinct()
        .filter(actor -> !people.nameOf(actor).equals(actor))
        .forEach(actor -> names.put(actor, people.nameOf(actor)));
    return names;
  }
}
