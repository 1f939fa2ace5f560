package dev.releaseledger.domain.record.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Reviewing;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.record.Told;
import dev.releaseledger.domain.risk.rule.Given;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArtifactFilesTest {

  private static final Table SPACED = new Table("public.\"a b\"", null);
  private static final Table DASHED = new Table("public.\"a-b\"", null);
  private static final Column FAX = Given.column(Given.CUSTOMERS, "fax", "text", false);
  private static final Column NAME = Given.column(Given.CUSTOMERS, "name", "text", false);
  private static final Column SIZE = Given.column(Given.ORDERS, "size", "integer", false);
  private static final Column WIDE = Given.column(Given.ORDERS, "size", "bigint", false);
  private static final Schema BASE = Given.shop(FAX, SIZE);
  private static final Schema TARGET = Given.shop(FAX, NAME, WIDE);

  private final Map<String, Schema> kept =
      new HashMap<>(Map.of(Told.BASE_DIGEST, BASE, Told.TARGET_DIGEST, TARGET));

  private Map<String, String> files(Dossier dossier) {
    SortedMap<String, Shapes> shapes = new TreeMap<>(Map.of("main", new Shapes(BASE, TARGET)));
    return ArtifactFiles.of(
            dossier,
            Recording.of(dossier),
            shapes,
            Contract.none(),
            digest -> Objects.requireNonNull(kept.get(digest)))
        .stream()
        .collect(Collectors.toMap(ArtifactFile::name, ArtifactFile::content, (_, last) -> last));
  }

  private static Told applied() {
    Told told = new Told(BASE, TARGET).baselined().proposed("why").approved(Told.BOB);
    return told.and(
            new ApplyStarted(
                "shop",
                "prod",
                Told.ROLLOUT,
                told.plan().digest().value(),
                1,
                "node",
                List.of(),
                "manual",
                Told.ALICE,
                told.time()))
        .ran()
        .released();
  }

  private static List<String> ledgers(Map<String, String> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().matches("schema_change_rol_1_[0-9a-f]{16}\\.json"))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  @Test
  void there_is_a_ledger_for_each_table() {
    assertThat(ledgers(files(applied().dossier())))
        .hasSize(2)
        .anySatisfy(ledger ->
            assertThat(ledger)
                .contains(
                    "\"table\": \"public.customers\"",
                    "\"change_type\": \"add_column\"",
                    "\"column\": \"name\"",
                    "\"SET LOCAL lock_timeout = '5s'\"",
                    "\"approval_status\": \"applied\"",
                    "\"status\": \"applied\"",
                    "\"reference_change_id\": \""
                        + ReferenceIds.change(
                            "postgres",
                            "public.customers",
                            "add_column",
                            "name",
                            "source column missing in target")))
        .anySatisfy(ledger ->
            assertThat(ledger)
                .contains(
                    "\"table\": \"public.orders\"",
                    "\"change_type\": \"type_widen\"",
                    "expand-contract required for type_widen:size: "));
  }

  @Test
  void planned_is_not_approved_and_approved_is_not_applied() {
    Told told = new Told(BASE, TARGET).baselined().proposed("why");
    assertThat(ledgers(files(told.dossier())))
        .allSatisfy(ledger ->
            assertThat(ledger)
                .contains("\"status\": \"planned\"", "\"approval_status\": \"pending\""));
    assertThat(ledgers(files(told.approved(Told.BOB).dossier())))
        .allSatisfy(ledger ->
            assertThat(ledger)
                .contains("\"status\": \"approved\"", "\"approval_status\": \"approved\"")
                .doesNotContain("\"applied\""));
  }

  @Test
  void what_failed_and_what_was_taken_back_is_not_applied() {
    Told told = new Told(BASE, TARGET).baselined().proposed("why").approved(Told.BOB);
    told.and(
        new ApplyStarted(
            "shop",
            "prod",
            Told.ROLLOUT,
            told.plan().digest().value(),
            1,
            "node",
            List.of(),
            "manual",
            Told.ALICE,
            told.time()));
    assertThat(ledgers(files(told.dossier())))
        .allSatisfy(ledger -> assertThat(ledger).contains("\"status\": \"started\""));

    told.and(
        new ApplyFailed(
            "shop",
            "prod",
            Told.ROLLOUT,
            "main",
            1,
            1,
            "55P03",
            "lock timeout",
            true,
            List.of(),
            new TreeMap<>(Told.at(BASE.fingerprint().value())),
            Told.ALICE,
            told.time()));
    assertThat(ledgers(files(told.dossier())))
        .allSatisfy(ledger ->
            assertThat(ledger).contains("\"status\": \"failed\"").doesNotContain("\"applied\""))
        .anySatisfy(ledger -> assertThat(ledger).contains("\"approval_status\": \"failed\""))
        .anySatisfy(ledger -> assertThat(ledger).contains("\"approval_status\": \"approved\""));
  }

  @Test
  void what_a_contract_holds_back_is_told_by_its_name_until_somebody_says_yes() {
    Told told = new Told(BASE, TARGET).baselined().proposed("why");
    PolicyReview review =
        new PolicyReview(
            new TreeMap<>(
                Map.of(
                    "main",
                    Reviewing.review(
                        BASE,
                        TARGET,
                        Objects.requireNonNull(told.plan().connections().get("main")),
                        Contract.defaults(),
                        _ -> OptionalLong.empty()))));

    assertThat(ledgers(files(told.dossier(review))))
        .anySatisfy(ledger ->
            assertThat(ledger)
                .contains("\"schema_evolution.blocking:type_widen:size\"")
                .contains("\"decision\": \"defer\""));
    assertThat(ledgers(files(told.approved(Told.BOB).dossier(review))))
        .allSatisfy(ledger -> assertThat(ledger).contains("\"blockers\": []"));
  }

  @Test
  void an_approval_is_bound_to_the_plan_and_its_ledger() {
    Told told = applied();
    Map<String, String> files = files(told.dossier());
    String ledger =
        files.keySet().stream()
            .filter(name -> name.startsWith("schema_change_") && !name.contains("notification"))
            .findFirst()
            .orElseThrow();
    String id = ReferenceIds.approval(ledger, "bob", "applied");

    assertThat(files.get(id + ".json"))
        .contains(
            "\"approval_id\": \"" + id + "\"",
            "\"approval_status\": \"approved\"",
            "\"approver\": \"bob\"",
            "\"ledger_path\": \"" + ledger + "\"",
            "\"plan_digest\": \"" + told.plan().digest().value() + "\"");
  }

  @Test
  void a_notification_stands_beside_each_ledger() {
    Map<String, String> files = files(applied().dossier());

    assertThat(files.keySet().stream().filter(name -> name.endsWith(".notification.json")))
        .hasSize(2);
    assertThat(
            files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".notification.md"))
                .map(Map.Entry::getValue))
        .allSatisfy(text ->
            assertThat(text)
                .startsWith("# Schema evolution notification\n\n- Channel: artifact\n")
                .contains("- Status: applied\n", "## Blockers\n\n- none\n", "## Actions\n\n- "))
        .anySatisfy(
            text -> assertThat(text).contains("- name risk metadata_only decision apply\n"));
  }

  @Test
  void a_table_has_a_version_only_where_it_changed_and_a_type_is_a_change() {
    Map<String, String> files = files(applied().dossier());

    assertThat(files)
        .containsKeys(
            "schema_history/public_orders/v0001.json",
            "schema_history/public_orders/v0002.json",
            "schema_history/public_orders/current.json")
        .doesNotContainKey("schema_history/public_orders/v0003.json");
    assertThat(files.get("schema_history/public_orders/v0002.json"))
        .contains("\"changed\": [\n      {", "\"dtype\": \"bigint\"", "\"run_id\": \"rol_1\"")
        .contains("\"unchanged\": [\n      \"customer_id\"\n    ]")
        .isEqualTo(files.get("schema_history/public_orders/current.json"));
  }

  @Test
  void taking_the_pointer_back_is_no_version() {
    Told told = new Told(BASE, TARGET).baselined();
    told.and(told.advanced(TARGET, Told.TARGET_DIGEST, ReleaseCause.ROLLBACK, null));
    Map<String, String> files = files(told.proposed("why").dossier());

    assertThat(files).doesNotContainKey("schema_history/public_orders/v0002.json");
  }

  @Test
  void two_tables_whose_names_look_alike_have_folders_of_their_own() {
    Schema before = Given.shop(SPACED, DASHED);
    Schema after =
        Given.shop(
            SPACED,
            DASHED,
            Given.column(SPACED, "n", "text", false),
            Given.column(DASHED, "n", "text", false));
    kept.putAll(Map.of(Told.BASE_DIGEST, before, Told.TARGET_DIGEST, after));
    Told told = new Told(before, after).baselined().proposed("why");

    assertThat(
            ArtifactFiles.of(
                told.dossier(),
                Recording.of(told.dossier()),
                new TreeMap<>(Map.of("main", new Shapes(before, after))),
                Contract.none(),
                digest -> Objects.requireNonNull(kept.get(digest))))
        .extracting(ArtifactFile::name)
        .contains("schema_history/public__a_b_/v0001.json")
        .anyMatch(name -> name.matches("schema_history/public__a_b__[0-9a-f]{8}/v0001\\.json"));
  }

  @Test
  void the_same_history_makes_the_same_files() {
    assertThat(files(applied().dossier())).isEqualTo(files(applied().dossier()));
  }
}
