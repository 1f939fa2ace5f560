package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlsTest {

  private static final TargetUrls URLS =
      new TargetUrls(
          new LedgerSettings(
              Path.of("data"),
              "node",
              new LedgerSettings.Scratch("", "", ""),
              new LedgerSettings.Git("", ""),
              new LedgerSettings.Targets("", "", ""),
              new LedgerSettings.Apply(
                  Duration.ofSeconds(5), Duration.ofMinutes(15), Duration.ofSeconds(10))),
          Optional.empty());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/db?user=u&password=s3cret",
        "jdbc:postgresql://h/db?PASSWORD=s3cret",
        "jdbc:postgresql://h/db?sslpassword=s3cret",
        "jdbc:postgresql://h/db?ApplicationName=a\nb&password=s3cret",
        "jdbc:postgresql://u:s3cret@h/db",
        "jdbc:postgresql://u:s3cret/x@h/db"
      })
  void a_url_with_a_password_is_refused_without_repeating_it(String url) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> URLS.admissible(url))
        .satisfies(refused ->
            assertThat(refused.refusal().detail()).isNotEmpty().doesNotContain("s3cret"));
  }

  @Test
  void a_url_without_a_password_stays_as_it_is() {
    String url = "jdbc:postgresql://h:5432/db?user=u&sslmode=require";
    assertThat(URLS.admissible(url)).isEqualTo(url);
  }
}
