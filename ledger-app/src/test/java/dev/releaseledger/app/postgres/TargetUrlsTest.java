package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.EmbeddedDatabases;
import dev.releaseledger.app.refusal.DatabaseRefusal.InadmissibleUrl;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.domain.policy.Refused;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlsTest {

  private static final LedgerSettings SETTINGS = TestSettings.with(Path.of("unused"), Map.of());

  private final TargetUrls urls = new TargetUrls(SETTINGS, Optional.of(new Unstarted()));

  /** An embedded server that is there and is not asked. */
  private static final class Unstarted implements EmbeddedDatabases {
    @Override
    public Access target(String name) {
      throw new AssertionError("a URL is judged without touching a server");
    }

    @Override
    public Access scratchServer() {
      throw new AssertionError("a URL is judged without touching a server");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example:5432/shop",
        "jdbc:postgresql://db.example/shop?sslmode=verify-full",
        "jdbc:postgresql://one,two:5433/shop?targetServerType=primary",
        "jdbc:postgresql://db/shop?user=deployer",
        "jdbc:postgresql://db/shop?user=deployer@corp",
        "embedded:shop_prod"
      })
  void a_database_is_named_without_its_password(String url) {
    assertThat(urls.admissible(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db/shop?password=s3cret",
        "jdbc:postgresql://db/shop?user=a&password=s3cret",
        "jdbc:postgresql://db/shop?PASSWORD=s3cret",
        "jdbc:postgresql://db/shop?sslpassword=s3cret",
        "jdbc:postgresql://db/shop?user=a\n&password=s3cret",
        "jdbc:postgresql://a:s3cret@db/shop",
        "jdbc:postgresql://a:s3/cret@db/shop",
        "jdbc:postgresql://a:s3?cret@db/shop",
        "jdbc:postgresql://a:s3@cret@db/shop",
        "postgres://a:s3cret@db/shop",
        "postgres:a:s3cret@db",
        "jdbc:mysql://a:s3cret@db/shop",
        "jdbc:mysql://db/shop?password=s3cret"
      })
  void a_password_is_neither_taken_nor_repeated(String url) {
    assertThatThrownBy(() -> urls.admissible(url))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isInstanceOf(InadmissibleUrl.class);
              assertThat(refused.refusal().detail() + refused.refusal().remedy())
                  .doesNotContain("s3", "cret");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "jdbc:mysql://db/shop",
        "postgresql://db/shop",
        "jdbc:postgresql://db:port/shop"
      })
  void what_is_no_postgresql_url_is_refused(String url) {
    assertThatThrownBy(() -> urls.admissible(url))
        .hasMessageContaining("it is not of the form jdbc:postgresql://HOST:PORT/DATABASE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"embedded:", "embedded:Shop", "embedded:1shop", "embedded:a-b", "embedded:a;b"})
  void an_embedded_database_has_a_plain_name(String url) {
    assertThatThrownBy(() -> urls.admissible(url)).hasMessageContaining("lower-case letters");
  }

  @Test
  void without_an_embedded_server_there_are_no_embedded_databases() {
    TargetUrls none = new TargetUrls(SETTINGS, Optional.empty());

    assertThatThrownBy(() -> none.admissible("embedded:shop"))
        .hasMessageContaining("this service has no embedded server");
  }
}
