package dev.releaseledger.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Contract.DdlMode;
import dev.releaseledger.domain.policy.contract.Contract.Mode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyDocumentTest {

  private static Policy read(Map<String, Object> document) {
    PolicyDocument read = PolicyDocument.of(document);
    assertThat(read).isInstanceOf(PolicyDocument.Read.class);
    return ((PolicyDocument.Read) read).policy();
  }

  private static List<String> mistakes(Object document) {
    PolicyDocument read = PolicyDocument.of(document);
    assertThat(read).isInstanceOf(PolicyDocument.Mistaken.class);
    return ((PolicyDocument.Mistaken) read).mistakes();
  }

  @Test
  void development_is_open() {
    Policy policy = read(Map.of("marked", "development"));
    assertThat(policy).isEqualTo(new Policy(Marking.DEVELOPMENT, 0, Contract.none()));
  }

  @Test
  void production_is_strict() {
    Policy policy = read(Map.of("marked", " Production "));
    assertThat(policy).isEqualTo(new Policy(Marking.PRODUCTION, 1, Contract.defaults()));
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
            "aproval is not a setting; there are: approvals, contract, marked");
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
        .hasSize(19)
        .containsEntry("approvals.required", "1")
        .containsEntry("contract.ddl_mode", "online")
        .containsEntry("contract.max_table_size_for_inline_ddl", "none");
    assertThat(read(Map.of("marked", "development")).settings())
        .isEqualTo(Map.of("marked", "development", "approvals.required", "0", "contract", "none"));
  }
}
