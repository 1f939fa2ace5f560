package dev.releaseledger.evidence.verify;

import static dev.releaseledger.evidence.bundle.SampleEvidence.FIRST;

import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.bundle.Disclosures;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.ReleaseEvidence;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.bundle.Told;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.ssh.SampleApprover;
import dev.releaseledger.evidence.trust.AllowedSigner;
import dev.releaseledger.evidence.trust.Period;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the bundle of a release, as data. */
final class ReleaseMutations {

  private static final int APPROVAL = 7;
  private static final int START = 9;
  private static final int STATEMENT = 11;
  private static final int COMPARED = 13;
  private static final String ROLLOUT =
      "\"project\":\"shop\",\"environment\":\"production\",\"rollout\":\"rol_1\"";
  private static final Ed25519Secret OTHER = Ed25519Secret.of(new byte[32]);

  private ReleaseMutations() {}

  static Stream<Mutation> all() {
    return Stream.of(outsiders(), evidence(), story(), statement()).flatMap(each -> each);
  }

  /** By somebody who has no key. */
  private static Stream<Mutation> outsiders() {
    byte[] whole = sample().bundle();
    return Stream.of(
        Mutation.of(
            "a byte behind the archive",
            Set.of(Check.ARCHIVE),
            Arrays.copyOf(whole, whole.length + 1)),
        Mutation.of(
            "the report is edited",
            Check.MANIFEST,
            sample().edited(files -> files.put("report.html", bytes("all is well")))),
        Mutation.of(
            "a file is added", Check.MANIFEST, sample().edited(files -> files.put("x", bytes("")))),
        Mutation.of(
            "a file is removed",
            Check.MANIFEST,
            sample().edited(files -> files.remove("report.md"))),
        Mutation.of(
            "an event is edited",
            Set.of(Check.MANIFEST, Check.CONTENT),
            sample().edited(files -> files.put("events/0003.payload", bytes("{}")))),
        Mutation.of(
            "the report is edited and the manifest with it",
            Check.SUBJECTS,
            sample()
                .edited(files -> {
                  String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8);
                  byte[] report = bytes("all is well");
                  String edited =
                      manifest.replace(
                          Sha256.of(Objects.requireNonNull(files.get("report.html"))).hex(),
                          Sha256.of(report).hex());
                  files.put("report.html", report);
                  files.put("manifest.json", bytes(edited));
                })),
        Mutation.of(
            "another statement lies beside the signed one",
            Check.SIGNATURE,
            sample().edited(files -> files.put("statement.json", bytes("{}")))),
        Mutation.of(
            "the proof to the checkpoint of the statement is that of another size",
            Check.CONTINUATION,
            sample()
                .edited(
                    files -> files.put("statement.consistency", files.get("consistency/8-17")))),
        Mutation.of(
            "the proof to the checkpoint of the statement is gone",
            Check.CONTINUATION,
            sample().edited(files -> files.remove("statement.consistency"))));
  }

  /** By somebody who has the keys, and lays out another bundle than there is. */
  private static Stream<Mutation> evidence() {
    return Stream.of(
        Mutation.of("a foreign key signs", Check.SIGNATURE, sample().signedBy(OTHER)),
        Mutation.of(
            "a time stamp is of another checkpoint",
            Check.TIMESTAMPS,
            sample()
                .evidence(
                    anchors(list -> {
                      Anchor first = list.getFirst();
                      list.set(
                          0,
                          new Anchor(
                              first.kind(),
                              first.place(),
                              first.checkpoint(),
                              list.get(1).receipt()));
                    }))),
        Mutation.of(
            "another key signs the checkpoint",
            Check.CHECKPOINT,
            sample()
                .evidence(
                    checkpoint(note ->
                        Checkpoint.parse(note.text())
                            .orThrow()
                            .sign(
                                new SignerKey(SampleBundle.LOG.name(), KeyType.ED25519, OTHER))))),
        Mutation.of(
            "an anchored checkpoint is of a fork",
            Check.ANCHORS,
            sample()
                .evidence(
                    anchors(list ->
                        list.set(0, SampleEvidence.stamped(fork(FIRST), "2026-06-01T07:00:00Z"))))),
        Mutation.of(
            "an event has the proof of another",
            Check.INCLUSION,
            sample()
                .evidence(
                    events(list -> {
                      LoggedEvent one = list.get(2);
                      list.set(
                          2,
                          new LoggedEvent(
                              one.index(),
                              one.leaf(),
                              one.payload(),
                              one.metadata(),
                              list.get(3).path()));
                    }))),
        Mutation.of(
            "two events change their places",
            Check.INCLUSION,
            sample()
                .evidence(
                    events(list -> {
                      LoggedEvent one = list.get(2);
                      LoggedEvent two = list.get(3);
                      list.set(2, at(two.index(), one));
                      list.set(3, at(one.index(), two));
                    }))),
        Mutation.of(
            "payload and leaf of an event are edited",
            Check.INCLUSION,
            sample()
                .evidence(
                    events(list -> {
                      Told edited = SampleStory.all().get(APPROVAL).with("actor", "act_9");
                      Leaf leaf = Leaf.parse(list.get(3).leaf()).orThrow();
                      list.set(
                          3,
                          new LoggedEvent(
                              list.get(3).index(),
                              edited.leaf(leaf.position(), leaf.sequence()),
                              edited.stored(),
                              edited.metadata(),
                              list.get(3).path()));
                    }))),
        Mutation.of(
            "a payload is another than was logged",
            Check.CONTENT,
            sample()
                .evidence(
                    events(list -> {
                      LoggedEvent one = list.get(3);
                      list.set(
                          3,
                          new LoggedEvent(
                              one.index(), one.leaf(), bytes("{}"), one.metadata(), one.path()));
                    }))),
        Mutation.of(
            "metadata are others than were logged",
            Check.CONTENT,
            sample()
                .evidence(
                    events(list -> {
                      LoggedEvent one = list.get(3);
                      list.set(
                          3,
                          new LoggedEvent(
                              one.index(), one.leaf(), one.payload(), bytes("{ }"), one.path()));
                    }))),
        Mutation.of(
            "an event of the environment is left out",
            Check.SEQUENCE,
            sample().said(ReleaseMutations::oneEventLess).evidence(events(list -> list.remove(2)))),
        Mutation.of(
            "an approval was taken back, and that is left out",
            Check.SEQUENCE,
            sample()
                .story(replaced(8, withdrawal()))
                .said(ReleaseMutations::oneEventLess)
                .evidence(events(list -> list.remove(4)))),
        Mutation.of(
            "the plan is not in the bundle",
            Check.APPROVALS,
            sample().evidence(artifacts(list -> list.remove(0)))),
        Mutation.of(
            "a rehearsal is of something else",
            Check.ARTIFACTS,
            sample()
                .evidence(
                    artifacts(list ->
                        list.set(
                            2,
                            new BundledArtifact(
                                ArtifactRole.REHEARSAL, "rehearsal.json", bytes("{}")))))),
        Mutation.of(
            "a signature lies beside that no approval has",
            Check.ARTIFACTS,
            sample()
                .evidence(
                    artifacts(list ->
                        list.add(
                            new BundledArtifact(
                                ArtifactRole.APPROVAL,
                                "0001.sig",
                                bytes(SampleStory.signed("act_9"))))))),
        Mutation.of(
            "the schema before is one that no release before had",
            Check.ARTIFACTS,
            sample()
                .evidence(
                    artifacts(list ->
                        list.add(
                            new BundledArtifact(
                                ArtifactRole.SNAPSHOT_BEFORE, "main.json", bytes("{}")))))),
        Mutation.of(
            "a revealed text is not the one committed to",
            Check.DISCLOSURES,
            sample()
                .evidence(
                    revealed(text -> new RevealedText(text.commitment(), text.salt(), "because")))),
        Mutation.of(
            "nothing commits to a revealed text",
            Check.DISCLOSURES,
            sample()
                .evidence(
                    revealed(text ->
                        new RevealedText(
                            RevealedText.commitment(text.salt(), "because"),
                            text.salt(),
                            "because")))),
        Mutation.of("a checkpoint was held that is of a fork", Check.AGAINST, sample())
            .against(fork(FIRST).bytes()));
  }

  /** By somebody who has the keys, and records something else in the first place. */
  private static Stream<Mutation> story() {
    return Stream.of(
        Mutation.of(
            "the apply came before the approval",
            Set.of(Check.LIFE, Check.TIMES),
            sample()
                .story(list -> {
                  List<Told> other = new ArrayList<>(list);
                  Collections.swap(other, APPROVAL, START);
                  return other;
                })),
        Mutation.of(
            "nobody approved",
            Check.LIFE,
            sample()
                .story(
                    replaced(
                        APPROVAL,
                        SampleStory.told("plan-commented", ROLLOUT, "act_2", "09:00:00Z")))
                .said(Saying::withoutApprovals)),
        Mutation.of(
            "the approval was taken back before the apply",
            Check.LIFE,
            sample().story(replaced(8, withdrawal()))),
        Mutation.of(
            "a gate was not met",
            Check.LIFE,
            sample().story(changed(START, told -> told.with("gates", gate(false))))),
        Mutation.of(
            "the approval of another rollout is replayed",
            Set.of(Check.LIFE, Check.AGREEMENT),
            sample().story(changed(APPROVAL, told -> told.with("rollout", "rol_2")))),
        Mutation.of(
            "another plan was approved",
            Set.of(Check.APPROVALS, Check.SIGNED_APPROVALS, Check.AGREEMENT),
            sample()
                .story(
                    changed(
                        APPROVAL,
                        told -> told.with("planDigest", SampleStory.digest("another plan"))))),
        Mutation.of(
            "another plan was applied",
            Set.of(Check.APPROVALS, Check.AGREEMENT),
            sample()
                .story(
                    changed(
                        START,
                        told -> told.with("planDigest", SampleStory.digest("another plan"))))),
        Mutation.of(
            "another statement ran than the plan has",
            Check.APPROVALS,
            sample()
                .story(
                    changed(
                        STATEMENT,
                        told -> told.with("sqlDigest", SampleStory.digest("drop table"))))
                .said(said -> Saying.executed(said, List.of("drop table")))),
        Mutation.of(
            "a statement ran that the plan does not have",
            Check.APPROVALS,
            sample()
                .story(
                    replaced(
                        STATEMENT - 1,
                        SampleStory.told(
                            "statement-applied",
                            ROLLOUT
                                + ",\"connection\":\"other\",\"stage\":1,\"step\":1,\"sqlDigest\":\""
                                + SampleStory.digest("drop table")
                                + "\"",
                            "act_3",
                            "10:00:01Z")))
                .said(said -> Saying.executed(said, List.of("drop table", "alter table")))),
        Mutation.of(
            "the databases came to something else",
            Check.APPROVALS,
            sample()
                .story(changed(COMPARED, told -> told.with("observed", schema("another"))))
                .said(said -> Saying.observed(said, schema("another")))),
        Mutation.of(
            "the plan starts from something else than was proposed",
            Set.of(Check.APPROVALS, Check.AGREEMENT),
            sample().story(changed(FIRST, told -> told.with("base", schema("another"))))),
        Mutation.of(
            "an approval that has to be signed is not",
            Check.SIGNED_APPROVALS,
            sample()
                .story(list ->
                    changed(APPROVAL, ReleaseMutations::unsigned)
                        .apply(changed(FIRST, ReleaseMutations::toBeSigned).apply(list)))
                .said(said -> Saying.signed(said, Optional.empty()))),
        Mutation.of(
                "an approval is signed with a key of somebody else",
                Check.SIGNED_APPROVALS,
                signed(SampleStory.signed("act_3")))
            .with(SampleEvidence.trust(List.of(signer("act_2"), signer("act_3")), false)),
        Mutation.of(
                "an approval is signed with a key that did not count any more",
                Check.SIGNED_APPROVALS,
                sample())
            .with(SampleEvidence.trust(List.of(lapsed("act_2")), false)),
        Mutation.of(
            "an approval is signed for something else",
            Check.SIGNED_APPROVALS,
            signed(SampleApprover.of("act_2").signed(SampleStory.digest(SampleStory.PLAN), "git"))),
        Mutation.of(
            "the signature of an approval is of another plan",
            Check.SIGNED_APPROVALS,
            signed(SampleApprover.of("act_2").signed(SampleStory.digest("another plan")))),
        Mutation.of(
            "the approval had lapsed",
            Check.APPROVALS,
            sample().story(changed(FIRST, ReleaseMutations::validForNoTime))),
        Mutation.of(
            "an approval holds for longer than there is time",
            Check.APPROVALS,
            sample()
                .story(
                    changed(FIRST, told -> told.with("terms", terms("act_1", Json.Num.MAX_SAFE))))),
        Mutation.of(
            "an author approved",
            Check.DUTIES,
            sample().story(changed(FIRST, told -> told.with("terms", terms("act_2", 72))))),
        Mutation.of(
            "the requester approved",
            Set.of(Check.DUTIES, Check.SIGNED_APPROVALS),
            sample()
                .story(changed(APPROVAL, told -> told.with("actor", "act_1")))
                .said(said -> Saying.approvedBy(said, "act_1"))),
        Mutation.of(
            "an approval is dated back",
            Check.TIMES,
            sample()
                .story(
                    changed(
                        APPROVAL, told -> told.recordedAt(Instant.parse("2026-06-01T06:30:00Z"))))),
        Mutation.of(
            "an event is dated forward",
            Check.TIMES,
            sample()
                .story(
                    changed(
                        APPROVAL,
                        told -> told.recordedAt(Instant.parse("2026-06-01T09:30:00Z"))))));
  }

  /** By somebody who has the keys, and signs something else. */
  private static Stream<Mutation> statement() {
    return Stream.of(
        Mutation.of("drift was found", Check.STATEMENT, sample().said(Saying::drifted)),
        Mutation.of(
            "the statement names another root", Check.CHECKPOINT, sample().said(Saying::otherRoot)),
        Mutation.of(
            "the statement is of another environment",
            Check.AGREEMENT,
            sample().said(said -> Saying.environment(said, "staging"))),
        Mutation.of(
            "the statement is of another release",
            Check.AGREEMENT,
            sample().said(said -> Saying.release(said, "rel_9"))),
        Mutation.of(
            "the statement is under another policy than the plan",
            Check.AGREEMENT,
            sample().said(Saying::otherPolicy)),
        Mutation.of(
            "the statement has a weaker rule than the policy",
            Check.DUTIES,
            sample().said(said -> Saying.rule(said, "none"))),
        Mutation.of(
            "the statement follows a rule that nobody knows",
            Check.DUTIES,
            sample().said(said -> Saying.rule(said, "all_is_well"))));
  }

  /** The approval has another signature, everywhere. */
  private static SampleEvidence signed(String armored) {
    return sample()
        .story(
            changed(
                APPROVAL,
                told ->
                    told.with("signature", Json.Obj.of(Map.of("armored", new Json.Str(armored))))))
        .said(said -> Saying.signed(said, Optional.of(armored)));
  }

  static AllowedSigner signer(String actor) {
    return SampleEvidence.signer(
        actor, new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty()));
  }

  private static AllowedSigner lapsed(String actor) {
    return SampleEvidence.signer(
        actor,
        new Period(
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2026-06-01T08:30:00Z"))));
  }

  private static Told unsigned(Told told) {
    SortedMap<String, Json> members = new TreeMap<>(told.payload().members());
    members.remove("signature");
    return new Told(told.aggregateId(), told.name(), Json.Obj.of(members), told.recordedAt());
  }

  private static Told toBeSigned(Told told) {
    return told.with("terms", Json.Obj.of(Map.of("signed", new Json.Bool(true))));
  }

  private static Json.Obj schema(String of) {
    return Json.Obj.of(Map.of("main", new Json.Str(SampleStory.digest(of))));
  }

  static SampleEvidence sample() {
    return new SampleEvidence();
  }

  /** What the log would have signed had other things happened. */
  static Note fork(int size) {
    return SampleLog.of(changed(0, told -> told.with("actor", "act_9")).apply(SampleStory.all()))
        .checkpoint(size);
  }

  private static Told withdrawal() {
    return SampleStory.told(
        "approval-withdrawn",
        ROLLOUT + ",\"reason\":\"no\",\"complete\":false",
        "act_2",
        "09:30:00Z");
  }

  private static Json gate(boolean met) {
    return new Json.Arr(List.of(Json.Obj.of(Map.of("met", new Json.Bool(met)))));
  }

  private static Told validForNoTime(Told told) {
    return told.with("terms", terms("act_1", 0));
  }

  private static Json terms(String author, long hours) {
    return Json.Obj.of(
        Map.of(
            "authors",
            new Json.Arr(List.of(new Json.Str(author))),
            "validForHours",
            Json.Num.of(hours)));
  }

  private static SchemaRelease oneEventLess(SchemaRelease said) {
    return Saying.eventCount(said, said.log().eventCount() - 1);
  }

  private static LoggedEvent at(long index, LoggedEvent event) {
    return new LoggedEvent(index, event.leaf(), event.payload(), event.metadata(), event.path());
  }

  static UnaryOperator<List<Told>> changed(int index, UnaryOperator<Told> change) {
    return list -> {
      List<Told> other = new ArrayList<>(list);
      other.set(index, change.apply(other.get(index)));
      return other;
    };
  }

  private static UnaryOperator<List<Told>> replaced(int index, Told told) {
    return changed(index, _ -> told);
  }

  private static UnaryOperator<ReleaseEvidence> anchors(Consumer<List<Anchor>> change) {
    return evidence ->
        Laid.out(
            evidence,
            evidence.artifacts(),
            evidence.events(),
            evidence.checkpoint(),
            edited(evidence.anchors(), change),
            evidence.disclosures());
  }

  private static UnaryOperator<ReleaseEvidence> events(Consumer<List<LoggedEvent>> change) {
    return evidence ->
        Laid.out(
            evidence,
            evidence.artifacts(),
            edited(evidence.events(), change),
            evidence.checkpoint(),
            evidence.anchors(),
            evidence.disclosures());
  }

  private static UnaryOperator<ReleaseEvidence> artifacts(Consumer<List<BundledArtifact>> change) {
    return evidence ->
        Laid.out(
            evidence,
            edited(evidence.artifacts(), change),
            evidence.events(),
            evidence.checkpoint(),
            evidence.anchors(),
            evidence.disclosures());
  }

  private static <T> List<T> edited(List<T> all, Consumer<List<T>> change) {
    List<T> list = new ArrayList<>(all);
    change.accept(list);
    return list;
  }

  static UnaryOperator<ReleaseEvidence> checkpoint(UnaryOperator<Note> change) {
    return evidence ->
        Laid.out(
            evidence,
            evidence.artifacts(),
            evidence.events(),
            change.apply(evidence.checkpoint()),
            evidence.anchors(),
            evidence.disclosures());
  }

  private static UnaryOperator<ReleaseEvidence> revealed(UnaryOperator<RevealedText> change) {
    return evidence ->
        Laid.out(
            evidence,
            evidence.artifacts(),
            evidence.events(),
            evidence.checkpoint(),
            evidence.anchors(),
            new Disclosures(
                evidence.disclosures().texts().stream().map(change).toList(),
                evidence.disclosures().actors()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
