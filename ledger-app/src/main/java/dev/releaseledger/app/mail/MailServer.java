package dev.releaseledger.app.mail;

import dev.releaseledger.app.settings.LedgerSettings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The SMTP server that takes mail from the service. */
final class MailServer {

  private final LedgerSettings.Mail settings;
  private final Session session;

  /** A server, whose certificate is judged by others than those of the platform when there are. */
  MailServer(LedgerSettings.Mail settings, Duration timeout, @Nullable SSLSocketFactory trusted) {
    this.settings = settings;
    Properties properties = new Properties();
    String millis = Long.toString(timeout.toMillis());
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    // One address that does not exist keeps nobody else from the mail.
    properties.setProperty("mail.smtp.sendpartial", "true");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
      case NONE -> properties.setProperty("mail.smtp.starttls.enable", "false");
    }
    if (trusted != null) {
      properties.put("mail.smtp.ssl.socketFactory", trusted);
    }
    this.session = Session.getInstance(properties);
  }

  Session session() {
    return session;
  }

  void send(Message mail) throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(
          settings.host(),
          settings.port(),
          settings.user().isEmpty() ? null : settings.user(),
          settings.user().isEmpty() ? null : settings.password());
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }
}
