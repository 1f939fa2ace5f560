package dev.releaseledger.cli.demo;

import static dev.releaseledger.cli.demo.Actor.admin;
import static dev.releaseledger.cli.demo.Actor.grace;
import static dev.releaseledger.cli.session.ExitCode.DONE;
import static dev.releaseledger.cli.session.ExitCode.DRIFT;
import static dev.releaseledger.cli.session.ExitCode.REFUSED;
import static dev.releaseledger.cli.session.ExitCode.WAITING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.cli.session.ExitCode;
import java.util.List;

/** The story of a small shop, scene by scene. */
final class Story {

  private Story() {}

  static List<Scene> scenes() {
    return List.of(
        new Scene("A project and two environments", Story::begin),
        new Scene("The first release", Story::firstRelease),
        new Scene("Nobody approves their own plan", Story::approval),
        new Scene("A destructive change has to be asked for", Story::destructiveChange),
        new Scene("Somebody changes production by hand", Story::drift),
        new Scene("Production catches up", Story::catchUp),
        new Scene("Moving the pointer, not the schema", Story::pointer),
        new Scene("What it was, and who made it so", Story::memory),
        new Scene("Who did what, and who allowed it", Story::account));
  }

  private static void begin(Stage stage) {
    stage.say(
        "The shop keeps its declared schema as SQL in git, with the tags v1 to v5. It has a"
            + " database\nfor development, and one for production where somebody else has to"
            + " agree.");
    stage.ledgerctl(admin, DONE, "project create --project shop --repo shop --schema-dir schema");
    stage.ledgerctl(admin, DONE, "context set --project shop");
    stage.ledgerctl(admin, DONE, "env create --env dev --url embedded:shop_dev");
    stage.ledgerctl(admin, DONE, "env create --env prod --url embedded:shop_prod --approvals 1");
    stage.say("Grace may approve. Her token would be shown once; here it goes straight to her.");
    JsonNode token = stage.ask("token create --actor grace --role approver");
    stage.show(
        admin,
        "token create --actor grace --role approver",
        "Token " + token.path("id").asText() + " for grace (approver).");
    stage.enter(grace, token.path("token").asText());
  }

  private static void firstRelease(Stage stage) {
    stage.say(
        "A plan shows what would run, at what cost, and how to get back. It changes nothing.");
    stage.ledgerctl(admin, DONE, "plan --env dev --ref v1");
    stage.ledgerctl(admin, DONE, "apply --env dev --ref v1 --only schema");
    stage.say("The same once more has nothing to do, and is the same release.");
    stage.ledgerctl(admin, DONE, "apply --env dev --ref v1 --only schema");
    stage.ledgerctl(admin, DONE, "release current --env dev");
  }

  private static void approval(Stage stage) {
    stage.say("Production wants one approval. The apply stops there and says what is needed.");
    stage.ledgerctl(admin, WAITING, "apply --env prod --ref v1");
    stage.say("Whoever asked cannot be the one who agrees.");
    JsonNode rollout = proposed(stage);
    approve(stage, admin, rollout, REFUSED);
    stage.say("Grace reads the plan and approves exactly that plan, by its digest.");
    approve(stage, grace, rollout, DONE);
    stage.ledgerctl(admin, DONE, "apply --env prod --ref v1");
  }

  private static void destructiveChange(Stage stage) {
    stage.say("v2 adds a column and an index: nothing is lost, it goes through.");
    stage.ledgerctl(admin, DONE, "apply --env dev --ref v2");
    stage.say(
        "v3 drops the column customers.fax. That is refused until somebody says they mean it.");
    stage.ledgerctl(admin, REFUSED, "apply --env dev --ref v3");
    stage.ledgerctl(admin, DONE, "apply --env dev --ref v3 --dry-run");
    stage.ledgerctl(
        admin, DONE, "apply --env dev --ref v3 --force --reason 'nobody sends a fax any more'");
  }

  private static void drift(Stage stage) {
    stage.say("At night, somebody adds a column straight in the production database.");
    stage.sql("shop_prod", "ALTER TABLE orders ADD COLUMN hotfix boolean");
    stage.ledgerctl(admin, DRIFT, "drift check --env prod");
    stage.say("Nothing is applied to a database that is not what the ledger says it is.");
    stage.ledgerctl(admin, DRIFT, "apply --env prod --ref v2");
    stage.say("The release has not moved.");
    stage.ledgerctl(admin, DONE, "release current --env prod");
    stage.say("The operator takes the column out again. Now the change can be made properly.");
    stage.sql("shop_prod", "ALTER TABLE orders DROP COLUMN hotfix");
    stage.ledgerctl(admin, DONE, "drift check --env prod");
    stage.ledgerctl(admin, WAITING, "apply --env prod --ref v2");
    approve(stage, grace, proposed(stage), DONE);
    stage.ledgerctl(admin, DONE, "apply --env prod --ref v2");
  }

  private static void catchUp(Stage stage) {
    stage.say("v4 adds payments. Development first; then production, dropped column and all.");
    stage.ledgerctl(admin, DONE, "apply --env dev --ref v4");
    stage.ledgerctl(
        admin,
        WAITING,
        "apply --env prod --ref v4 --force --reason 'fax column agreed with sales'");
    approve(stage, grace, proposed(stage), DONE);
    stage.ledgerctl(
        admin, DONE, "apply --env prod --ref v4 --force --reason 'fax column agreed with sales'");
    stage.say("The same ref and the same schema are the same release, wherever they are applied.");
    stage.ledgerctl(admin, DONE, "env list");
    stage.ledgerctl(admin, DONE, "release list --env prod");
  }

  private static void pointer(Stage stage) {
    JsonNode releases = stage.ask("release list --env prod").path("items");
    stage.say("A rollback moves the pointer to the release before. It never touches the database.");
    stage.ledgerctl(
        admin,
        DONE,
        "release rollback --env prod --to-release-id "
            + releases.path(1).path("id").asText()
            + " --reason 'show how'");
    stage.say(
        "Promotion works because production already has the schema of development's release.");
    stage.ledgerctl(admin, DONE, "release promote --from dev --to prod");
    stage.ledgerctl(admin, DONE, "drift check --env prod");
  }

  private static void memory(Stage stage) {
    stage.say("Every version of a table, and who is behind each of its columns.");
    stage.ledgerctl(admin, DONE, "schema history --env prod --table public.orders");
    stage.ledgerctl(admin, DONE, "schema blame --env prod --table public.orders");
    JsonNode releases = stage.ask("release list --env prod").path("items");
    stage.say(
        "Production as it stood when it came to its first release, computed from the events"
            + " alone;\nand whether all that is shown is what the events make of it.");
    stage.ledgerctl(
        admin,
        DONE,
        "replay --env prod --at " + releases.path(releases.size() - 1).path("id").asText());
    stage.ledgerctl(admin, DONE, "replay --verify");
  }

  private static void account(Stage stage) {
    stage.say("All of it, as it is recorded.");
    stage.ledgerctl(admin, DONE, "timeline --limit 200");
  }

  private static JsonNode proposed(Stage stage) {
    JsonNode rollout =
        stage.ask("rollout list --env prod --status proposed --limit 1").path("items").path(0);
    if (rollout.isMissingNode()) {
      throw new Deviation("no rollout waits for approval");
    }
    return rollout;
  }

  private static void approve(Stage stage, Actor actor, JsonNode rollout, ExitCode expected) {
    stage.ledgerctl(
        actor,
        expected,
        "rollout approve "
            + rollout.path("id").asText()
            + " --digest "
            + rollout.path("planDigest").asText());
  }
}
