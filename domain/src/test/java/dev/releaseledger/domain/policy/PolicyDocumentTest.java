package dev.releaseledger.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.GateSettings.Trigger;
import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.Mode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

  private static Policy read(Map<String, Object> document) {
    PolicyDocument read = PolicyDocument.of(document, window -> List.of());
    assertThat(read).isInstanceOf(PolicyDocument.Read.class);
    return ((PolicyDocument.Read) read).policy();
  }

  private static List<String> mistakes(Object document) {
    PolicyDocument read = PolicyDocument.of(document, window -> List.of());
    assertThat(read).isInstanceOf(PolicyDocument.Mistaken.class);
    return ((PolicyDocument.Mistaken) read).mistakes();
  }

  @Test
  void development_is_open() {
    Policy policy = read(Map.of("marked", "development"));
    assertThat(policy).isEqualTo(Policy.of(Marking.DEVELOPMENT));
  }

  @Test
  void production_is_strict() {
    Policy policy = read(Map.of("marked", " Production "));
    assertThat(policy).isEqualTo(Policy.of(Marking.PRODUCTION));
  }

  @Test
  void what_is_said_holds_and_the_rest_is_as_usual() {
    Policy policy =
        read(
            Map.of(
                "marked",
                "production",
                "approvals",
                Map.of("required", 2),
                "contract",
                Map.of(
                    "mode",
                    "additive",
                    "ddl_mode",
                    "safe_window",
                    "protected_columns",
                    List.of("id"),
                    "max_table_size_for_inline_ddl",
                    100_000,
                    "lock_timeout_seconds",
                    5)));
    assertThat(policy.approvalsRequired()).isEqualTo(2);
    assertThat(policy.contract().mode()).isEqualTo(Mode.ADDITIVE);
    assertThat(policy.contract().ddlMode()).isEqualTo(DdlMode.SAFE_WINDOW);
    assertThat(policy.contract().protectedColumns()).containsExactly("id");
    assertThat(policy.contract().maxTableSizeForInlineDdl()).isEqualTo(100_000);
    assertThat(policy.contract().lockTimeoutSeconds()).isEqualTo(5);
    assertThat(policy.contract().onSchemaChange()).isEqualTo(Contract.defaults().onSchemaChange());
  }

  @Test
  void a_contract_is_switched_on_or_off_in_a_word() {
    assertThat(read(Map.of("marked", "development", "contract", true)).contract())
        .isEqualTo(Contract.defaults());
    assertThat(read(Map.of("marked", "production", "contract", false)).contract())
        .isEqualTo(Contract.none());
  }

  @Test
  void every_mistake_is_told_at_once() {
    assertThat(
            mistakes(
                Map.of(
                    "approvals",
                    Map.of("required", -1),
                    "contract",
                    Map.of(
                        "mode",
                        "lax",
                        "apply_safe",
                        "yes",
                        "tables",
                        List.of(),
                        "protected_columns",
                        "id",
                        "lock_timeout_seconds",
                        1.5,
                        "locks",
                        3),
                    "aproval",
                    1)))
        .containsExactlyInAnyOrder(
            "marked must be one of: development, production",
            "approvals.required must be >= 0, whole, and at most 20",
            "contract.mode must be one of: additive, strict, widening",
            "contract.apply_safe must be true or false",
            "contract.tables must be one of: evolve, freeze, ignore",
            "contract.protected_columns must be a list of texts",
            "contract.lock_timeout_seconds must be >= 1, whole, and at most 2147483",
            "contract.locks is not a setting; there are: accept_existing_nullable_target,"
                + " allow_blocking_online, apply_safe, columns, data_type, ddl_mode,"
                + " ignored_columns, lock_timeout_seconds, max_table_size_for_inline_ddl, mode,"
                + " new_column_prefix, on_schema_change, on_type_change, protected_columns,"
                + " reserved_prefix, statement_timeout_seconds, tables",
            "aproval is not a setting; there are: approvals, contract, emergency, force, gates,"
                + " marked, separation_of_duties");
  }

  @Test
  void what_is_no_group_of_settings_is_no_policy() {
    assertThat(mistakes("open")).contains("it must be a group of settings");
    assertThat(mistakes(Map.of("marked", "development", "contract", "on")))
        .containsExactly("contract must be a group of settings");
  }

  @Test
  void the_digest_is_that_of_the_rules_and_not_of_the_words() {
    assertThat(read(Map.of("marked", "production")).digest())
        .isEqualTo(
            read(Map.of(
                    "marked", "PRODUCTION", "approvals", Map.of("required", 1), "contract", true))
                .digest());
    assertThat(read(Map.of("marked", "production")).digest())
        .isNotEqualTo(read(Map.of("marked", "development")).digest());
  }

  @Test
  void every_setting_has_its_path() {
    assertThat(read(Map.of("marked", "production")).settings())
        .containsEntry("separation_of_duties", "requester_approves, author_approves")
        .containsEntry("gates.backup", "true")
        .containsEntry("approvals.required", "1")
        .containsEntry("contract.ddl_mode", "online")
        .containsEntry("contract.max_table_size_for_inline_ddl", "none");
    assertThat(read(Map.of("marked", "development")).settings())
        .containsEntry("contract", "none")
        .containsEntry("gates.promotion", "none")
        .containsEntry("separation_of_duties", "requester_approves")
        .doesNotContainKey("contract.mode");
  }

  @Test
  void who_approves_and_what_is_kept_apart_is_read() {
    Policy policy =
        read(
            Map.of(
                "marked",
                "production",
                "approvals",
                Map.of(
                    "required",
                    2,
                    "groups",
                    Map.of("security", 1),
                    "owners",
                    Map.of("public.users", List.of("ann", "team-data")),
                    "authority",
                    List.of("robert"),
                    "valid_for_hours",
                    48,
                    "signed",
                    true),
                "separation_of_duties",
                List.of("approver_applies", "AUTHOR_APPLIES"),
                "emergency",
                Map.of("allowed", false),
                "force",
                List.of("admin", "operator")));

    assertThat(policy.approvals())
        .isEqualTo(
            new Approvals(
                new TreeMap<>(Map.of("security", 1)),
                new TreeMap<>(Map.of("public.users", List.of("ann", "team-data"))),
                List.of("robert"),
                48,
                true));
    assertThat(policy.separation())
        .containsExactly(Separation.APPROVER_APPLIES, Separation.AUTHOR_APPLIES);
    assertThat(policy.emergency()).isEqualTo(new Policy.Emergency(false, 48));
    assertThat(policy.force()).containsExactly("admin", "operator");
  }

  @Test
  void gates_are_read_and_what_is_left_open_is_as_usual() {
    GateSettings gates =
        read(Map.of(
                "marked",
                "production",
                "gates",
                Map.of(
                    "promotion", Map.of("from", "staging", "soak_hours", 24),
                    "backup", Map.of("restore_tested_within_days", 30),
                    "recovery", false,
                    "scope", List.of("public.users"),
                    "security_note", List.of("auth.*"),
                    "evidence", List.of("ticket", "pull_request"),
                    "window",
                        Map.of(
                            "zone", "Europe/Berlin",
                            "starts", "2026-01-05T22:00",
                            "rule", "FREQ=WEEKLY;BYDAY=MO",
                            "lasts_minutes", 90),
                    "triggers", List.of("manual"))))
            .gates();

    assertThat(gates)
        .isEqualTo(
            new GateSettings(
                new GateSettings.Promotion("staging", 24, false),
                new GateSettings.Backup(30),
                false,
                true,
                List.of("public.users"),
                List.of("auth.*"),
                List.of(Evidence.TICKET, Evidence.PULL_REQUEST),
                new GateSettings.Window(
                    "Europe/Berlin", "2026-01-05T22:00", "FREQ=WEEKLY;BYDAY=MO", 90, null),
                true,
                List.of(Trigger.MANUAL)));
  }

  @Test
  void mistakes_about_gates_and_people_are_told_with_their_paths() {
    assertThat(
            mistakes(
                Map.of(
                    "marked",
                    "production",
                    "approvals",
                    Map.of(
                        "groups",
                        Map.of("security", 0),
                        "owners",
                        Map.of("s.t", List.of(), "t", List.of("ann"))),
                    "separation_of_duties",
                    List.of("everybody"),
                    "gates",
                    Map.of(
                        "promotion", Map.of("soak_hours", 1),
                        "window", Map.of("zone", "Mars"),
                        "scope", List.of("users"),
                        "triggers", List.of(),
                        "backups", true))))
        .containsExactlyInAnyOrder(
            "approvals.groups.security must be >= 1, whole, and at most 20",
            "approvals.owners.s.t must name somebody",
            "approvals.owners.t must be SCHEMA.TABLE, SCHEMA.* or *",
            "separation_of_duties must be a list of: approver_applies, author_applies,"
                + " author_approves, requester_applies, requester_approves",
            "gates.promotion.from must be there",
            "gates.scope must be SCHEMA.TABLE, SCHEMA.* or *",
            "gates.triggers must not be empty, or nothing ever runs",
            "gates.window.starts must be there",
            "gates.window.rule must be there",
            "gates.window.lasts_minutes must be there",
            "gates.backups is not a setting; there are: backup, data_strategy, evidence,"
                + " linear_history, promotion, recovery, scope, security_note, triggers, window");
  }

  @Test
  void a_calendar_says_what_is_wrong_with_a_window() {
    PolicyDocument read =
        PolicyDocument.of(
            Map.of(
                "marked",
                "development",
                "gates",
                Map.of(
                    "window",
                    Map.of("zone", "Mars", "starts", "x", "rule", "y", "lasts_minutes", 5))),
            window -> List.of("zone must be a time zone"));
    assertThat(read)
        .isEqualTo(new PolicyDocument.Mistaken(List.of("gates.window.zone must be a time zone")));
  }
}
