package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentRefusal.AlreadyApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.AnotherApply;
import dev.releaseledger.domain.environment.EnvironmentRefusal.ApproverUnidentified;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DigestMismatch;
import dev.releaseledger.domain.environment.EnvironmentRefusal.DriftPresent;
import dev.releaseledger.domain.environment.EnvironmentRefusal.EmergencyForbidden;
import dev.releaseledger.domain.environment.EnvironmentRefusal.LeaseLost;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NoEmergency;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotApproved;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotFrozen;
import dev.releaseledger.domain.environment.EnvironmentRefusal.NotWaivable;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnCommits;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnEmergency;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnPlan;
import dev.releaseledger.domain.environment.EnvironmentRefusal.OwnWaiver;
import dev.releaseledger.domain.environment.EnvironmentRefusal.PolicyChanged;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SchemaDiffers;
import dev.releaseledger.domain.environment.EnvironmentRefusal.SignatureMissing;
import dev.releaseledger.domain.environment.EnvironmentRefusal.TimePassed;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRelease;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.environment.EnvironmentRefusal.WrongStatus;
import dev.releaseledger.domain.policy.Refusal.Category;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentRefusalTest {

  /** What a refusal is called, what kind of no it is, and the thing its detail has to name. */
  private record Pinned(EnvironmentRefusal refusal, String slug, Category category, String named) {}

  static List<Pinned> refusals() {
    return List.of(
        new Pinned(new OwnPlan("rol_1"), "own-plan", Category.REFUSED, "rol_1"),
        new Pinned(new AlreadyApproved("rol_1"), "already-approved", Category.REFUSED, "rol_1"),
        new Pinned(
            new DigestMismatch("rol_1", "sha256:given", "sha256:actual"),
            "digest-mismatch",
            Category.STALE,
            "sha256:actual"),
        new Pinned(
            new WrongStatus("rol_1", "approve", RolloutStatus.FAILED),
            "wrong-status",
            Category.REFUSED,
            "rol_1 is failed"),
        new Pinned(new OwnCommits("rol_1"), "own-commits", Category.REFUSED, "rol_1"),
        new Pinned(
            new ApproverUnidentified("rol_1"), "approver-unidentified", Category.REFUSED, "rol_1"),
        new Pinned(
            new SignatureMissing("rol_1", "sha256:plan"),
            "signature-missing",
            Category.REFUSED,
            "rol_1"),
        new Pinned(new NotApproved("rol_1"), "not-approved", Category.REFUSED, "rol_1"),
        new Pinned(
            new NotWaivable("drift", List.of("scope")), "not-waivable", Category.REFUSED, "drift"),
        new Pinned(new OwnWaiver("rol_1"), "own-waiver", Category.REFUSED, "rol_1"),
        new Pinned(new TimePassed(Names.NOW), "time-passed", Category.INVALID, "2026"),
        new Pinned(
            new EmergencyForbidden("shop/prod"),
            "emergency-forbidden",
            Category.REFUSED,
            "shop/prod"),
        new Pinned(new OwnEmergency("rol_1"), "own-emergency", Category.REFUSED, "rol_1"),
        new Pinned(new NoEmergency("rol_1"), "no-emergency", Category.REFUSED, "rol_1"),
        new Pinned(new NotFrozen("shop/prod"), "not-frozen", Category.REFUSED, "shop/prod"),
        new Pinned(
            new AnotherApply("shop/prod", "rol_1"), "another-apply", Category.REFUSED, "rol_1"),
        new Pinned(new PolicyChanged("shop/prod"), "policy-changed", Category.STALE, "shop/prod"),
        new Pinned(new LeaseLost("rol_1", 1, 2), "lease-lost", Category.REFUSED, "rol_1"),
        new Pinned(new DriftPresent("shop/prod"), "drift-present", Category.DRIFT, "shop/prod"),
        new Pinned(new UnknownRollout("rol_1"), "unknown-rollout", Category.NOT_FOUND, "rol_1"),
        new Pinned(
            new UnknownRelease("shop/prod", "rel_1"),
            "unknown-release",
            Category.NOT_FOUND,
            "rel_1"),
        new Pinned(
            new SchemaDiffers("shop/prod", "rel_1", Set.of("orders", "audit")),
            "schema-differs",
            Category.REFUSED,
            "audit, orders"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_keeps_its_name_and_its_kind(Pinned pinned) {
    assertThat(pinned.refusal().slug()).isEqualTo(pinned.slug());
    assertThat(pinned.refusal().category()).isEqualTo(pinned.category());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_names_the_thing_and_the_remedy(Pinned pinned) {
    assertThat(pinned.refusal().detail()).contains(pinned.named()).endsWith(".");
    assertThat(pinned.refusal().remedy()).isNotBlank();
  }

  @Test
  void every_refusal_is_pinned_here() {
    assertThat(refusals())
        .extracting(pinned -> (Object) pinned.refusal().getClass())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.asList((Object[]) EnvironmentRefusal.class.getPermittedSubclasses()));
  }

  @Test
  void who_has_to_sign_is_told_what() {
    assertThat(new SignatureMissing("rol_1", "sha256:plan").extras())
        .isEqualTo(Map.of("rolloutId", "rol_1", "planDigest", "sha256:plan"));
  }
}
