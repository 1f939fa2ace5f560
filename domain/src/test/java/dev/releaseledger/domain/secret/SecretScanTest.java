package dev.releaseledger.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretScanTest {

  private static final String HALF = "PRIVATE KEY-----";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE ROLE app LOGIN PASSWORD 'hunter2'",
        "alter user app with encrypted password 'SCRAM-SHA-256$4096:x'",
        "ALTER ROLE app PASSWORD E'a\\'b'",
        "ALTER ROLE app PASSWORD $x$hunter2$x$",
        "{\"sql\":\"ALTER ROLE app\\nPASSWORD\\n'hunter2'\"}",
        "CREATE USER MAPPING FOR app SERVER s OPTIONS (user 'a', password 'hunter2')"
      })
  void a_password_in_ddl_is_found(String sql) {
    assertThat(SecretScan.of(sql)).extracting(FoundSecret::kind).contains(SecretKind.SQL_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://app:hunter2@db.example:5432/shop",
        "see https://deploy:hunter2@git.example/shop.git",
        "redis://:hunter2@cache"
      })
  void an_address_with_a_password_is_found(String text) {
    assertThat(SecretScan.of(text)).containsExactly(new FoundSecret(SecretKind.URL_CREDENTIALS, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select dblink('host=db dbname=x user=a password=hunter2')",
        "CONNECTION 'password=hunter2 host=db'",
        "jdbc:postgresql://db/shop?user=a&password=hunter2",
        "spring.datasource.password=hunter2",
        "update account set password = 'hunter2'",
        "{\"user\":\"a\",\"password\":\"hunter2\"}",
        "{\"payload\":\"{\\\"password\\\":\\\"hunter2\\\"}\"}"
      })
  void a_password_as_a_setting_is_found(String text) {
    assertThat(SecretScan.of(text))
        .containsExactly(new FoundSecret(SecretKind.PASSWORD_SETTING, 1));
  }

  @Test
  void a_private_key_is_found_on_its_line() {
    assertThat(SecretScan.of("a\nb\n-----BEGIN OPENSSH " + HALF + "\nxyz"))
        .containsExactly(new FoundSecret(SecretKind.PRIVATE_KEY, 3));
    assertThat(SecretScan.of("-----BEGIN " + HALF)).hasSize(1);
  }

  @Test
  void tokens_of_those_who_issue_them_are_found() {
    String letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    assertThat(SecretScan.of("rl_" + letters)).hasSize(1);
    assertThat(SecretScan.of("ghp_" + letters)).hasSize(1);
    assertThat(SecretScan.of("Authorization: Bearer " + letters)).hasSize(1);
    assertThat(SecretScan.of("AKIA" + "ABCDEFGHIJKLMNOP")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table account (id bigint, password text not null, token text)",
        "alter role app password null",
        "create function f() returns trigger as $$ begin new.password = crypt(new.password,"
            + " gen_salt('bf')); return new; end $$",
        "update account set password=excluded.password",
        "password=new.password",
        "comment on column account.password is 'hashed'",
        "jdbc:postgresql://db.example:5432/shop?sslmode=require",
        "postgresql://app:***@db.example/shop",
        "postgresql://app:<password>@db.example/shop",
        "host=db user=app password=***",
        "-----BEGIN PUBLIC KEY-----",
        "-----BEGIN SSH SIGNATURE-----",
        "{\"name\":\"password\",\"type\":\"text\"}",
        "rol_01HZZZZZZZZZZZZZZZZZZZZZZZ",
        "https://c2sp.org/tlog-proof@v1"
      })
  void what_only_speaks_of_secrets_is_left_alone(String text) {
    assertThat(SecretScan.of(text)).isEmpty();
  }
}
