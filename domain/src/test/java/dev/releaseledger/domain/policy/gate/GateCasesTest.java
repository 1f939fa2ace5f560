package dev.releaseledger.domain.policy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.Refusal.Category;
import dev.releaseledger.domain.policy.gate.Facts.Backup;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import dev.releaseledger.domain.policy.gate.Facts.Promoted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a plan's way, gate by gate. */
class GateCasesTest {

  private static final Instant NOW = Situation.NOW;

  private static Arguments stops(String gate, String words, Situation situation) {
    return Arguments.of(gate, words, situation);
  }

  static Stream<Arguments> stopped() {
    return Stream.of(
        stops("trigger", "pipeline", new Situation().triggeredBy("pipeline").triggers("manual")),
        stops("contract", "does not let through", new Situation().refusedByContract()),
        stops("approvals", "0 of 1", new Situation().required(1)),
        stops("approvals", "group security", new Situation().group("security", 1).yes("bob")),
        stops(
            "approvals",
            "1 lapsed",
            new Situation().required(1).validFor(1).yesAt("bob", NOW.minus(Duration.ofHours(2)))),
        stops("owners", "public.users", new Situation().owner("public.users").yes("bob")),
        stops("authority", "none of those", new Situation().authority("robert").yes("bob")),
        stops(
            "separation-of-duties",
            "requester_approves",
            new Situation().apart(Separation.REQUESTER_APPROVES).yes(Situation.REQUESTER)),
        stops(
            "separation-of-duties",
            "author_approves",
            new Situation().apart(Separation.AUTHOR_APPROVES).author("bob").yes("bob")),
        stops(
            "separation-of-duties",
            "approver_applies",
            new Situation().apart(Separation.APPROVER_APPLIES).executor("bob").yes("bob")),
        stops(
            "separation-of-duties",
            "requester_applies",
            new Situation().apart(Separation.REQUESTER_APPLIES).executor(Situation.REQUESTER)),
        stops(
            "separation-of-duties",
            "author_applies",
            new Situation().apart(Separation.AUTHOR_APPLIES).author("eve").executor("eve")),
        stops(
            "anchored",
            "not in an anchored checkpoint yet: the approval by bob",
            new Situation().required(1).yes("bob").anchored()),
        stops(
            "anchored",
            "the approval by eve",
            new Situation().required(2).yes("bob").yes("eve").anchored("bob")),
        stops("promotion", "does not have the schema", new Situation().promotion("staging", 0)),
        stops(
            "promotion",
            "drifted",
            new Situation()
                .promotion("staging", 0)
                .promoted(new Promoted("rel_1", NOW.minusSeconds(60), true, true))),
        stops(
            "promotion",
            "24 hours",
            new Situation()
                .promotion("staging", 24)
                .promoted(new Promoted("rel_1", NOW.minus(Duration.ofHours(23)), false, true))),
        stops(
            "promotion",
            "way back",
            new Situation()
                .promotion("staging", 0)
                .promoted(new Promoted("rel_1", NOW.minusSeconds(1), false, false))),
        stops("backup", "no backup is on record", new Situation().backupNeeded(null).destroys()),
        stops(
            "backup",
            "no backup is on record",
            new Situation()
                .backupNeeded(null)
                .destroys()
                .backup(new Backup(Situation.PLANNED, true, null))),
        stops(
            "backup",
            "not verified",
            new Situation().backupNeeded(null).destroys().backup(new Backup(NOW, false, null))),
        stops(
            "backup",
            "restore",
            new Situation()
                .backupNeeded(30)
                .destroys()
                .backup(new Backup(NOW, true, NOW.minus(Duration.ofDays(31))))),
        stops("recovery", "drop column", new Situation().recoveryNeeded().destroys()),
        stops("data-strategy", "1,200 rows", new Situation().strategyNeeded().empties(1_200)),
        stops("data-strategy", "nobody knows", new Situation().strategyNeeded().empties(-1)),
        stops(
            "scope", "public.audit", new Situation().scope("public.users").touches("public.audit")),
        stops(
            "security-note",
            "auth.keys",
            new Situation().securityFor("auth.*").touches("auth.keys")),
        stops(
            "evidence",
            "pull_request",
            new Situation()
                .evidenceNeeded(Evidence.PULL_REQUEST, Evidence.TICKET)
                .onRecord(Evidence.TICKET)),
        stops(
            "window",
            "others have to wait",
            new Situation().window(null).blocks().opening(new Opening(null, NOW.plusSeconds(9)))),
        stops(
            "window",
            "90001 ms in the rehearsal",
            new Situation().window(90).lasts(90_001).opening(new Opening(null, null))),
        stops("freeze", "the environment is frozen", new Situation().frozen("Black Friday")),
        stops("freeze", "the project is frozen", new Situation().projectFrozen("year end")),
        stops("linear-history", "does not descend", new Situation().linear().aside()),
        stops("obligation", "rol_9", new Situation().overdue("rol_9")),
        stops("drift", "not what the ledger knows", new Situation().drifted()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("stopped")
  void a_gate_says_why_a_plan_stands_before_it_and_what_to_do(
      String gate, String words, Situation situation) {
    List<Gate> unmet = situation.unmet();

    assertThat(unmet).extracting(Gate::name).containsExactly(gate);
    assertThat(unmet.getFirst().why()).contains(words);
    assertThat(unmet.getFirst().remedy()).isNotBlank();
    assertThat(unmet.getFirst().problem()).isNotBlank();
  }

  static Stream<Situation> through() {
    return Stream.of(
        new Situation(),
        new Situation().destroys().blocks().empties(5).touches("auth.keys").aside(),
        new Situation().triggers("manual"),
        new Situation().required(1).yes("bob"),
        new Situation().anchored(),
        new Situation().required(1).yes("bob").anchored("bob"),
        new Situation().required(1).yes("bob").yes("eve").anchored("eve"),
        new Situation().group("security", 1).yes("bob", "group security"),
        new Situation().owner("public.users").yes("bob", "owner of public.users"),
        new Situation().authority("robert").yes("robert", "authority"),
        new Situation().apart(Separation.values()).author("eve").executor("zoe").yes("bob"),
        new Situation()
            .promotion("staging", 24)
            .promoted(new Promoted("rel_1", NOW.minus(Duration.ofHours(24)), false, true)),
        new Situation().backupNeeded(30),
        new Situation()
            .backupNeeded(30)
            .destroys()
            .backup(new Backup(NOW, true, NOW.minus(Duration.ofDays(30)))),
        new Situation().recoveryNeeded().destroys().recoverable(),
        new Situation().strategyNeeded().empties(7).withStrategy(),
        new Situation().strategyNeeded().destroys(),
        new Situation().scope("public.*").touches("public.users"),
        new Situation().securityFor("auth.*").touches("auth.keys").withSecurityNote(),
        new Situation().securityFor("auth.*").touches("public.users"),
        new Situation().evidenceNeeded(Evidence.values()).onRecord(Evidence.values()),
        new Situation().window(null).opening(new Opening(null, NOW.plusSeconds(9))),
        new Situation().window(null).blocks().opening(new Opening(NOW.plusSeconds(9), null)),
        new Situation().window(90).lasts(90_000).opening(new Opening(null, null)),
        new Situation().aside());
  }

  @ParameterizedTest
  @MethodSource("through")
  void a_plan_that_has_what_it_takes_is_through(Situation situation) {
    assertThat(situation.unmet()).isEmpty();
    assertThat(situation.judged()).hasSize(Gates.ALL.size());
  }

  @Test
  void all_that_stops_a_plan_is_told_at_once() {
    Situation situation =
        new Situation().required(2).backupNeeded(null).destroys().frozen("year end").drifted();

    assertThat(situation.unmet())
        .extracting(Gate::name)
        .containsExactly("approvals", "backup", "freeze", "drift");
    GatesUnmet refusal = new GatesUnmet("rol_1", "sha256:plan", situation.unmet());
    assertThat(refusal.slug()).isEqualTo("approvals-missing");
    assertThat(refusal.category()).isEqualTo(Category.REFUSED);
    assertThat(refusal.detail()).contains("4 reasons", "(approvals)", "(drift)");
  }

  @Test
  void who_lacks_only_the_word_of_people_waits() {
    Situation situation = new Situation().required(1).owner("public.users").authority("robert");
    assertThat(new GatesUnmet("rol_1", "sha256:plan", situation.unmet()).category())
        .isEqualTo(Category.WAITING);
    assertThat(new GatesUnmet("rol_1", "sha256:plan", new Situation().drifted().unmet()).category())
        .isEqualTo(Category.DRIFT);
  }

  @Test
  void who_lacks_only_an_anchor_for_the_words_of_people_waits() {
    Situation situation = new Situation().required(1).yes("bob").anchored();

    GatesUnmet refusal = new GatesUnmet("rol_1", "sha256:plan", situation.unmet());

    assertThat(refusal.slug()).isEqualTo("not-anchored");
    assertThat(refusal.category()).isEqualTo(Category.WAITING);
    assertThat(Gates.stopping(situation.judged(), true)).isEmpty();
  }

  @Test
  void where_approvals_are_missing_there_is_nothing_that_is_anchored() {
    assertThat(new Situation().required(2).yes("bob").anchored("bob").unmet())
        .extracting(Gate::name)
        .containsExactly("approvals", "anchored");
  }

  @Test
  void a_waiver_opens_a_gate_that_may_be_opened_and_stays_to_be_seen() {
    Gate gate = new Situation().frozen("year end").waived("freeze").judgedBy("freeze");
    assertThat(gate.met()).isTrue();
    assertThat(gate.why()).isEqualTo("waived (the environment is frozen)");
    assertThat(gate.told()).isEqualTo("waived (the environment is frozen): agreed");

    assertThat(new Situation().required(1).waived("approvals").unmet()).hasSize(1);
    assertThat(new Situation().drifted().waived("drift").unmet()).hasSize(1);
    assertThat(new Situation().refusedByContract().waived("contract").unmet()).hasSize(1);
  }

  @Test
  void an_emergency_goes_past_people_and_times_and_never_past_what_protects_the_data() {
    assertThat(Gates.ALL.stream().filter(GateRule::passedInEmergency).map(GateRule::name))
        .containsExactly(
            "approvals",
            "owners",
            "authority",
            "anchored",
            "separation-of-duties",
            "promotion",
            "security-note",
            "evidence",
            "window",
            "freeze",
            "obligation");
    List<Gate> judged = new Situation().required(1).frozen("night").drifted().judged();
    assertThat(Gates.stopping(judged, true)).extracting(Gate::name).containsExactly("drift");
  }

  @Test
  void no_gate_is_waived_that_people_have_to_open_themselves() {
    assertThat(Gates.ALL.stream().filter(gate -> !gate.waivable()).map(GateRule::name))
        .containsExactly(
            "trigger",
            "contract",
            "approvals",
            "owners",
            "authority",
            "anchored",
            "separation-of-duties",
            "obligation",
            "drift");
    assertThat(Gates.ALL.stream().map(GateRule::problem)).doesNotHaveDuplicates();
    assertThat(Set.copyOf(Gates.ALL.stream().map(GateRule::name).toList()))
        .hasSize(Gates.ALL.size());
  }
}
