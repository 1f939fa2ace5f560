package dev.releaseledger.app.mail;

import dev.releaseledger.app.port.Courier;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.refusal.NoticeRefusal.NoMailServer;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.domain.policy.Refused;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Gives notices to the mail server, for people. */
@Component
final class MailCourier implements Courier {

  private final LedgerSettings.Mail settings;
  private final MailServer server;

  @Autowired
  MailCourier(LedgerSettings settings) {
    this(settings.mail(), new MailServer(settings.mail(), settings.notices().timeout(), null));
  }

  MailCourier(LedgerSettings.Mail settings, MailServer server) {
    this.settings = settings;
    this.server = server;
  }

  @Override
  public Set<Channel> channels() {
    return EnumSet.of(Channel.MAIL);
  }

  @Override
  public Destination admit(Channel channel, List<String> to) {
    if (!settings.isOn()) {
      throw new Refused(new NoMailServer());
    }
    return Recipients.admit(to);
  }

  @Override
  public Receipt deliver(Parcel parcel, Notice notice) {
    if (!settings.isOn()) {
      return Receipt.failed("the service knows no mail server");
    }
    try {
      server.send(NoticeMail.of(server.session(), settings.from(), parcel, notice));
      return Receipt.taken(null, "accepted by the mail server");
    } catch (SendFailedException e) {
      return partly(e);
    } catch (MessagingException e) {
      return Receipt.failed(reason(e));
    }
  }

  /** What some of them have got is not sent to them again. */
  private static Receipt partly(SendFailedException e) {
    int sent = length(e.getValidSentAddresses());
    int others = length(e.getValidUnsentAddresses()) + length(e.getInvalidAddresses());
    Integer code = code(e);
    return sent > 0
        ? Receipt.taken(
            code, "accepted by the mail server for %d of %d".formatted(sent, sent + others))
        : new Receipt(
            Receipt.Outcome.FAILED,
            code,
            "the mail server refused it" + (code == null ? "" : " with " + code),
            null);
  }

  private static @Nullable Integer code(MessagingException failure) {
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
        return send.getReturnCode();
      }
      if (e instanceof SMTPAddressFailedException address) {
        return address.getReturnCode();
      }
    }
    return null;
  }

  /** Messages of exceptions name hosts and users; these words do not. */
  private static String reason(MessagingException e) {
    return switch (e) {
      case AuthenticationFailedException login -> "the mail server does not accept the login";
      case MailConnectException connect -> "the mail server does not take connections";
      default ->
          switch (e.getCause()) {
            case SSLException tls -> "no TLS connection to the mail server came about";
            case IOException broken -> "the connection to the mail server broke";
            case null, default -> "the mail server did not take it, or offers no TLS";
          };
    };
  }

  private static int length(Address @Nullable [] addresses) {
    return addresses == null ? 0 : addresses.length;
  }
}
