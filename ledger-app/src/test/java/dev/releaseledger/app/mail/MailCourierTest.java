package dev.releaseledger.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.port.Receipt.Outcome;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.LedgerSettings.Mail.Security;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.domain.policy.Refused;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail to a real SMTP server, in the open and by TLS. */
class MailCourierTest {

  private static final ServerSetup OPEN =
      new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
  private static final ServerSetup TLS =
      new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);

  private static final Certificate CERTIFICATE = Certificate.ofThisMachine();

  private final GreenMail server = new GreenMail(new ServerSetup[] {OPEN, TLS});

  @BeforeEach
  void start() {
    server.start();
    server.setUser("ledger@example.org", "ledger", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MailCourier courier(Security security, String user, @Nullable SSLSocketFactory trusted) {
    return courier(
        security == Security.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort(),
        security,
        user,
        trusted);
  }

  private static MailCourier courier(
      int port, Security security, String user, @Nullable SSLSocketFactory trusted) {
    LedgerSettings.Mail settings =
        new LedgerSettings.Mail(
            "localhost",
            port,
            user,
            user.isEmpty() ? "" : "secret",
            security,
            "Release Ledger <ledger@example.org>");
    return new MailCourier(settings, new MailServer(settings, Duration.ofSeconds(5), trusted));
  }

  private static Parcel parcel(String to) {
    return new Parcel("msg_1", "sub_1A", "pager", Channel.MAIL, to, List.of());
  }

  private static Notice notice(String sentence) {
    return new Notice(
        "https://ledger.example",
        412L,
        "apply-failed",
        "critical",
        "shop",
        "prod",
        "rol_1",
        "alice",
        sentence,
        Instant.parse("2026-01-20T10:00:00Z"),
        "{}");
  }

  private Receipt deliver(String to, String sentence) {
    return courier(Security.NONE, "", null).deliver(parcel(to), notice(sentence));
  }

  private MimeMessage received() {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }

  private static String source(MimeMessage mail) throws IOException, MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(UTF_8);
  }

  @Test
  void a_mail_says_what_happened_as_text_and_as_html() throws Exception {
    Receipt receipt = deliver("dba@example.org", "saw rol_1 fail: <b>no</b> & Ü");

    assertThat(receipt.outcome()).isEqualTo(Outcome.TAKEN);
    MimeMessage mail = received();
    assertThat(mail.getSubject())
        .isEqualTo("[critical] shop/prod: alice saw rol_1 fail: <b>no</b> & Ü");
    assertThat(mail.getFrom()[0]).hasToString("Release Ledger <ledger@example.org>");
    Multipart parts = (Multipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(0).getContent().toString())
        .contains("alice saw rol_1 fail: <b>no</b> & Ü", "#412", "2026-01-20T10:00:00Z", "pager");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    assertThat(parts.getBodyPart(1).getContent().toString())
        .contains("alice saw rol_1 fail: &lt;b&gt;no&lt;/b&gt; &amp; Ü");
  }

  @Test
  void a_mail_says_by_whom_for_what_list_and_that_nobody_is_to_answer() throws Exception {
    deliver("dba@example.org", "saw rol_1 fail");

    MimeMessage mail = received();
    assertThat(mail.getMessageID()).isEqualTo("<msg_1@example.org>");
    assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(mail.getHeader("List-Id", null)).isEqualTo("pager <sub_1a.notices.example.org>");
    assertThat(mail.getSentDate()).isEqualTo("2026-01-20T10:00:00Z");
  }

  @Test
  void the_same_delivery_is_the_same_mail() throws Exception {
    deliver("dba@example.org", "saw rol_1 fail");
    deliver("dba@example.org", "saw rol_1 fail");

    assertThat(server.getReceivedMessages()).hasSize(2);
    for (MimeMessage mail : server.getReceivedMessages()) {
      assertThat(mail.getMessageID()).isEqualTo("<msg_1@example.org>");
    }
  }

  @Test
  void no_sentence_makes_another_header() throws Exception {
    deliver("dba@example.org", "said: x\r\nBcc: thief@example.org\r\n\r\nbody\u0000\u2028y");

    String mail = source(received());
    assertThat(mail.substring(0, mail.indexOf("\r\n\r\n"))).doesNotContain("\r\nBcc:");
    assertThat(received().getSubject()).contains("said: x Bcc: thief@example.org body");
    assertThat(received().getAllRecipients()).hasSize(1);
  }

  @Test
  void several_recipients_are_in_one_mail_each_gets() {
    deliver("dba@example.org,ops@example.net", "saw rol_1 fail");

    assertThat(server.getReceivedMessages()).hasSize(2);
  }

  @Test
  void by_tls_with_a_login() {
    Receipt receipt =
        courier(Security.TLS, "ledger", CERTIFICATE.trusting())
            .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));

    assertThat(receipt.text()).isEqualTo("accepted by the mail server");
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_certificate_that_nobody_vouches_for_gets_nothing() {
    Receipt receipt =
        courier(Security.TLS, "ledger", null)
            .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));

    assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_offers_no_tls_gets_nothing_where_tls_is_wanted() {
    Receipt receipt =
        courier(Security.STARTTLS, "", null)
            .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));

    assertThat(receipt)
        .isEqualTo(Receipt.failed("the mail server did not take it, or offers no TLS"));
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void by_starttls_with_a_login_that_nobody_overhears() throws Exception {
    try (StartTls front = new StartTls(server.getSmtp().getPort(), CERTIFICATE.showing())) {
      Receipt receipt =
          courier(front.port(), Security.STARTTLS, "ledger", CERTIFICATE.trusting())
              .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));

      assertThat(receipt.text()).isEqualTo("accepted by the mail server");
      assertThat(received().getSubject()).contains("saw rol_1 fail");
      assertThat(front.heardInTheOpen()).hasSize(2).last().isEqualTo("STARTTLS");
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_gets_nothing_by_starttls_either() throws Exception {
    try (StartTls front = new StartTls(server.getSmtp().getPort(), CERTIFICATE.showing())) {
      Receipt receipt =
          courier(front.port(), Security.STARTTLS, "ledger", null)
              .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));

      assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(receipt.text()).isEqualTo("no TLS connection to the mail server came about");
      assertThat(server.getReceivedMessages()).isEmpty();
      assertThat(front.heardInTheOpen()).last().isEqualTo("STARTTLS");
    }
  }

  @Test
  void a_wrong_login_and_a_server_that_is_away_are_told() {
    Receipt login =
        courier(Security.NONE, "somebody", null)
            .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));
    assertThat(login).isEqualTo(Receipt.failed("the mail server does not accept the login"));

    int port = server.getSmtp().getPort();
    server.stop();

    assertThat(deliverTo(port))
        .isEqualTo(Receipt.failed("the mail server does not take connections"));
  }

  private static Receipt deliverTo(int port) {
    LedgerSettings.Mail settings =
        new LedgerSettings.Mail("localhost", port, "", "", Security.NONE, "ledger@example.org");
    return new MailCourier(settings, new MailServer(settings, Duration.ofSeconds(2), null))
        .deliver(parcel("dba@example.org"), notice("saw rol_1 fail"));
  }

  @Test
  void of_recipients_the_domains_and_the_number_are_no_secret() {
    Destination destination =
        courier(Security.NONE, "", null)
            .admit(
                Channel.MAIL, List.of("ops@example.org", "dba@example.org", "audit@other.example"));

    assertThat(destination)
        .isEqualTo(
            new Destination(
                "audit@other.example,dba@example.org,ops@example.org",
                "example.org, other.example",
                3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "@example.org",
        "a@",
        "a b@example.org",
        "a@example.org,b@example.org",
        "Ada <a@example.org>",
        "a@example.org\r\nBcc: b@example.org",
        "a@exa_mple.org",
        "\"a\"@example.org",
        "a@example.org\n"
      })
  void what_is_no_address_is_refused(String address) {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> courier(Security.NONE, "", null).admit(Channel.MAIL, List.of(address)));

    assertThat(refused.refusal().slug()).isEqualTo("invalid-value");
  }

  @Test
  void there_are_not_too_many_recipients_and_not_none() {
    MailCourier courier = courier(Security.NONE, "", null);
    for (List<String> to : List.of(List.<String>of(), Collections.nCopies(51, "dba@example.org"))) {
      assertThat(catchThrowableOfType(Refused.class, () -> courier.admit(Channel.MAIL, to)))
          .isNotNull();
    }
  }

  @Test
  void without_a_server_mail_is_refused_with_what_is_missing() {
    LedgerSettings.Mail none = new LedgerSettings.Mail("", 587, "", "", Security.STARTTLS, "");
    MailCourier courier = new MailCourier(none, new MailServer(none, Duration.ofSeconds(1), null));

    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> courier.admit(Channel.MAIL, List.of("dba@example.org")));

    assertThat(refused.refusal().slug()).isEqualTo("no-mail-server");
    assertThat(refused.refusal().remedy()).contains("LEDGER_MAIL_HOST");
  }
}
