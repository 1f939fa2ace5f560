package dev.releaseledger.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vector that Standard Webhooks publishes. */
class WebhookSignatureTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  private static String sign(String... secrets) {
    return WebhookSignature.of(
        List.of(secrets),
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        Instant.ofEpochSecond(1614265330),
        "{\"test\": 2432232314}".getBytes(UTF_8));
  }

  @Test
  void a_signature_is_the_one_that_every_receiver_expects() {
    assertThat(sign(SECRET)).isEqualTo(SIGNATURE);
  }

  @Test
  void while_two_secrets_count_there_are_two_signatures() {
    assertThat(sign("whsec_AAAA", SECRET).split(" "))
        .hasSize(2)
        .contains(SIGNATURE)
        .allMatch(signature -> signature.startsWith("v1,"));
  }
}
