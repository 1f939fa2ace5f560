package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlScriptTest {

  @Test
  void statements_end_at_semicolons_and_know_their_lines() {
    assertThat(SqlScript.of("\n SELECT 1 ;\n\n-- two\nSELECT\n 2").statements())
        .containsExactly(new SqlStatement(2, "SELECT 1"), new SqlStatement(5, "SELECT\n 2"));
  }

  @Test
  void semicolons_in_quotes_end_nothing() {
    assertOne("SELECT ';', 'it''s;', \"a;b\", E'\\';', U&';', $$;$$, $x$ $$;$$ $y$; $x$");
  }

  @Test
  void semicolons_in_comments_end_nothing() {
    assertOne("SELECT 1 -- a; b\n + /* ; /* ; */ ; */ 2");
  }

  @Test
  void a_dollar_in_a_name_or_a_parameter_opens_no_quote() {
    assertThat(SqlScript.of("SELECT a$b$ FROM t; SELECT $1; SELECT 2").statements()).hasSize(3);
  }

  @Test
  void a_backslash_in_a_plain_string_escapes_nothing() {
    assertThat(SqlScript.of("SELECT '\\'; SELECT 2").statements()).hasSize(2);
  }

  @Test
  void the_statements_of_an_atomic_body_belong_to_the_routine() {
    assertOne(
        "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC"
            + " SELECT CASE WHEN true THEN 1 END; SELECT 2; END");
  }

  @Test
  void the_actions_of_a_rule_belong_to_the_rule() {
    assertOne("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)");
  }

  @Test
  void an_open_quote_reaches_to_the_end() {
    assertThat(SqlScript.of("SELECT 'a; SELECT 2").statements()).hasSize(1);
  }

  @Test
  void an_empty_file_has_no_statements() {
    assertThat(SqlScript.of("\n-- nothing\n/* at all */ ;;\n").statements()).isEmpty();
  }

  private static void assertOne(String sql) {
    assertThat(SqlScript.of(sql + ";").statements())
        .extracting(SqlStatement::text)
        .containsExactly(sql);
  }
}
