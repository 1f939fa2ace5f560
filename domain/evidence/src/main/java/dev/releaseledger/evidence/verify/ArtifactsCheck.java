package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.attestation.release.Approval;
import dev.releaseledger.evidence.attestation.release.TestRun;
import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether an artifact is one that an event, or the statement, names by its digest. */
record ArtifactsCheck(Course course, Content content) {

  Passed<Boolean> of() {
    int bound = 0;
    List<String> unbound = new ArrayList<>();
    for (ArtifactRole role : ArtifactRole.values()) {
      Optional<List<Sha256>> named = named(role);
      for (String name : content.in(BundledArtifact.FOLDER + role.folder() + "/")) {
        if (named.isEmpty()) {
          unbound.add(name);
          continue;
        }
        Stop.unless(
            named.get().contains(Sha256.of(content.get(name))), name + " is named by no event");
        bound++;
      }
    }
    return Passed.of(
        bound
            + " are named by digest"
            + (unbound.isEmpty() ? "" : ", " + unbound.size() + " only in the manifest"));
  }

  /** The digests of artifacts in this role; none where nothing names such by digest. */
  private Optional<List<Sha256>> named(ArtifactRole role) {
    Entry proposal = course.last(EventNames.PLAN_PROPOSED);
    Stream<Sha256> named =
        switch (role) {
          case PLAN -> Stream.of(proposal.digest("planDigest"));
          case REHEARSAL -> Stream.of(proposal.digest("rehearsal"));
          case REVIEW -> proposal.text("review").stream().map(Entry::digestOf);
          case IMPACT ->
              proposal.object("terms").stream()
                  .filter(terms -> terms.find("impact") != null)
                  .map(terms -> Entry.digestOf(terms.text("impact")));
          case ROLLBACK -> course.said().rollback().planDigest().stream();
          case POLICY ->
              Stream.concat(
                  Stream.of(course.said().gate().policyDigest()),
                  course.said().approvals().stream().map(Approval::policyDigest));
          case SNAPSHOT_AFTER -> each(course.last(EventNames.RELEASE_ADVANCED), "snapshots");
          case DRIFT ->
              course.named(EventNames.DRIFT_DETECTED).stream().map(entry -> entry.digest("report"));
          case TEST -> course.said().tests().stream().map(TestRun::digest);
          // A pointer that was moved back is at another schema than the one that was there.
          case SNAPSHOT_BEFORE ->
              course.stream().stream()
                  .filter(entry -> entry.is(EventNames.RELEASE_ADVANCED))
                  .flatMap(entry -> before(entry, proposal.payload().object("base")));
          case APPROVAL ->
              course.named(EventNames.PLAN_APPROVED).stream()
                  .flatMap(entry -> entry.object("signature").stream())
                  .map(signed -> Sha256.of(Utf8.encode(signed.text("armored"))));
          case SCRIPT -> null;
        };
    return Optional.ofNullable(named).map(Stream::toList);
  }

  private static Stream<Sha256> each(Entry entry, String name) {
    Json.Obj map = entry.payload().object(name);
    return map.members().keySet().stream().map(key -> Entry.digestOf(map.text(key)));
  }

  /** The snapshots of a release of the databases that were at it before the plan. */
  private static Stream<Sha256> before(Entry released, Json.Obj base) {
    Json.Obj schemas = released.payload().object("schemas");
    Json.Obj snapshots = released.payload().object("snapshots");
    return base.members().entrySet().stream()
        .filter(connection -> connection.getValue().equals(schemas.find(connection.getKey())))
        .map(connection -> Entry.digestOf(snapshots.text(connection.getKey())));
  }
}
