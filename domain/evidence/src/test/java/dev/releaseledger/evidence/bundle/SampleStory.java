package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.ssh.SampleApprover;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What happened in the ledger of the tests: two releases, an emergency, and what came between. */
public final class SampleStory {

  /** The environment that the release is of. */
  public static final String PRODUCTION = "environment:shop/production";

  /** The policy that the plan was made under. */
  public static final byte[] POLICY =
      "{\"separation\":[\"requester_approves\",\"author_approves\",\"approver_applies\"]}"
          .getBytes(StandardCharsets.UTF_8);

  /** The plan that was approved and applied. */
  public static final byte[] PLAN =
      ("{\"connections\":{\"main\":{\"base\":\""
              + digest("before")
              + "\",\"stages\":[{\"steps\":[{\"number\":1,\"sql\":\"alter table\"}]}],\"target\":\""
              + digest("schema")
              + "\"}},\"environment\":\"production\",\"policy\":\""
              + digest(POLICY)
              + "\",\"project\":\"shop\",\"ref\":\"0123abcd\"}")
          .getBytes(StandardCharsets.UTF_8);

  /** What the rehearsal showed. */
  public static final byte[] REHEARSAL = "{\"rehearsal\":1}".getBytes(StandardCharsets.UTF_8);

  /** The schema that was released. */
  public static final byte[] SNAPSHOT = "{\"schema\":2}".getBytes(StandardCharsets.UTF_8);

  private static final String STAGING = "environment:shop/staging";
  private static final String PROD = "\"project\":\"shop\",\"environment\":\"production\"";
  private static final String ROLLOUT = PROD + ",\"rollout\":\"rol_1\"";
  private static final String URGENT = PROD + ",\"rollout\":\"rol_3\"";

  private SampleStory() {}

  /** The digest of a text, as events write it. */
  public static String digest(String of) {
    return digest(of.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of a file, as events write it. */
  public static String digest(byte[] of) {
    return "sha256:" + Sha256.of(of).hex();
  }

  /** Everything, in the order of the log. */
  public static List<Told> all() {
    return List.of(
        told("environment-created", PROD, "act_0", "05:00:00Z"),
        told(
            "release-advanced",
            PROD
                + ",\"release\":\"rel_1\",\"cause\":\"baseline\",\"schemas\":{\"main\":\""
                + digest("before")
                + "\"},\"snapshots\":{\"main\":\""
                + digest("snapshot before")
                + "\"}",
            "act_0",
            "05:10:00Z"),
        staging("environment-created", "05:20:00Z"),
        proposal(ROLLOUT, "08:00:00Z"),
        told(
            "ticket-linked",
            ROLLOUT + ",\"kind\":\"ticket\",\"reference\":\"SHOP-7\"",
            "act_1",
            "08:01:00Z"),
        staging("drift-check-passed", "08:02:00Z"),
        told(
            "plan-commented",
            PROD + ",\"rollout\":\"rol_2\",\"comment\":\"of another\"",
            "act_1",
            "08:03:00Z"),
        approval(ROLLOUT, "act_2", "09:00:00Z"),
        told(
            "drift-check-passed",
            ROLLOUT
                + ",\"check\":\"preflight\",\"observed\":{\"main\":\""
                + digest("before")
                + "\"}",
            "act_3",
            "09:59:59Z"),
        start(ROLLOUT, "10:00:00Z", 1, true),
        told(
            "stage-started",
            ROLLOUT + ",\"connection\":\"main\",\"stage\":1,\"transactional\":true,\"steps\":[1]",
            "act_3",
            "10:00:01Z"),
        statement(ROLLOUT, "10:00:02Z"),
        told("apply-succeeded", ROLLOUT, "act_3", "10:00:05Z"),
        compared(ROLLOUT, "10:00:06Z"),
        released(ROLLOUT, "rel_2", "rel_1", "10:00:07Z"),
        told(
            "apply-refused",
            PROD
                + ",\"requestedRef\":\"v3\",\"refusal\":\"duties-not-separated\",\"detail\":\"no\"",
            "act_2",
            "11:00:00Z"),
        told(
            "drift-detected",
            PROD
                + ",\"check\":\"requested\",\"expected\":{},\"observed\":{},\"differences\":[],"
                + "\"differenceCount\":1,\"report\":\""
                + digest("report")
                + "\"",
            "act_3",
            "11:10:00Z"),
        proposal(URGENT, "12:00:00Z"),
        told(
            "emergency-declared",
            URGENT + ",\"reason\":\"orders are lost\",\"reviewDue\":\"2026-06-03T12:00:00Z\"",
            "act_1",
            "12:01:00Z"),
        start(URGENT, "12:02:00Z", 2, false),
        statement(URGENT, "12:02:01Z"),
        told("apply-succeeded", URGENT, "act_3", "12:02:02Z"),
        compared(URGENT, "12:02:03Z"),
        released(URGENT, "rel_3", "rel_2", "12:02:04Z"));
  }

  /** An event of the environment, on the day of the release. */
  public static Told told(String name, String fields, String actor, String time) {
    return Told.of(
        PRODUCTION,
        name,
        "{" + fields + ",\"actor\":\"" + actor + "\",\"at\":\"2026-06-01T" + time + "\"}");
  }

  private static Told staging(String name, String time) {
    return Told.of(
        STAGING,
        name,
        "{\"project\":\"shop\",\"environment\":\"staging\",\"actor\":\"act_0\",\"at\":\"2026-06-01T"
            + time
            + "\"}");
  }

  private static Told proposal(String rollout, String time) {
    return told(
        "plan-proposed",
        rollout
            + ",\"planDigest\":\""
            + digest(PLAN)
            + "\",\"ref\":\"0123abcd\",\"base\":{\"main\":\""
            + digest("before")
            + "\"},\"target\":{\"main\":\""
            + digest("schema")
            + "\"},\"rehearsal\":\""
            + digest(REHEARSAL)
            + "\",\"approvalsRequired\":1,\"terms\":{\"capacities\":{\"owner\":1},"
            + "\"validForHours\":72,\"authors\":[\"act_1\"]}",
        "act_1",
        time);
  }

  /** Somebody approves the plan. */
  public static Told approval(String rollout, String actor, String time) {
    return told(
            "plan-approved",
            rollout
                + ",\"planDigest\":\""
                + digest(PLAN)
                + "\",\"capacities\":[\"owner\"],\"complete\":true",
            actor,
            time)
        .with("signature", signature(actor));
  }

  /** What somebody signs for the plan. */
  public static String signed(String actor) {
    return SampleApprover.of(actor).signed(digest(PLAN));
  }

  private static Json signature(String actor) {
    return Json.Obj.of(
        Map.of("armored", new Json.Str(signed(actor)), "key", new Json.Str("SHA256:")));
  }

  private static Told start(String rollout, String time, int lease, boolean met) {
    return told(
        "apply-started",
        rollout
            + ",\"planDigest\":\""
            + digest(PLAN)
            + "\",\"fencingToken\":"
            + lease
            + ",\"gates\":[{\"gate\":\"approvals\",\"met\":"
            + met
            + "}]",
        "act_3",
        time);
  }

  private static Told statement(String rollout, String time) {
    return told(
        "statement-applied",
        rollout
            + ",\"connection\":\"main\",\"stage\":1,\"step\":1,\"sqlDigest\":\""
            + digest("alter table")
            + "\"",
        "act_3",
        time);
  }

  private static Told compared(String rollout, String time) {
    return told(
        "drift-check-passed",
        rollout + ",\"check\":\"post_apply\",\"observed\":{\"main\":\"" + digest("schema") + "\"}",
        "act_3",
        time);
  }

  private static Told released(String rollout, String release, String previous, String time) {
    return told(
        "release-advanced",
        rollout
            + ",\"release\":\""
            + release
            + "\",\"previous\":\""
            + previous
            + "\",\"cause\":\"apply\",\"ref\":\"0123abcd\",\"schemas\":{\"main\":\""
            + digest("schema")
            + "\"},\"snapshots\":{\"main\":\""
            + digest(SNAPSHOT)
            + "\"}",
        "act_3",
        time);
  }
}
