package dev.releaseledger.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A notice as a mail, which is the same mail for every attempt to send it. */
final class NoticeMail extends MimeMessage {

  private static final int LONGEST_SUBJECT = 150;

  private final String id;

  private NoticeMail(Session session, String id) {
    super(session);
    this.id = id;
  }

  static NoticeMail of(Session session, String from, Parcel parcel, Notice notice)
      throws MessagingException {
    InternetAddress sender = new InternetAddress(from, true);
    String domain = sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
    NoticeMail mail = new NoticeMail(session, "<%s@%s>".formatted(parcel.id(), domain));
    mail.setFrom(sender);
    mail.setRecipients(Message.RecipientType.TO, InternetAddress.parse(parcel.address(), true));
    mail.setSubject(subject(notice), UTF_8.name());
    mail.setSentDate(Date.from(notice.at()));
    // Nobody is to answer by a machine, and lists are sorted by this.
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader(
        "List-Id",
        "%s <%s.notices.%s>"
            .formatted(parcel.name(), parcel.subscription().toLowerCase(Locale.ROOT), domain));
    mail.setContent(body(parcel, notice));
    mail.saveChanges();
    return mail;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  private static String subject(Notice notice) {
    String line =
        "[%s] %s: %s"
            .formatted(notice.severity(), notice.place(), notice.line())
            // A line break would begin another header.
            .replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() > LONGEST_SUBJECT ? line.substring(0, LONGEST_SUBJECT) + "..." : line;
  }

  private static MimeMultipart body(Parcel parcel, Notice notice) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(plain(parcel, notice), UTF_8.name());
    MimeBodyPart html = new MimeBodyPart();
    html.setText(html(parcel, notice), UTF_8.name(), "html");
    return new MimeMultipart("alternative", plain, html);
  }

  private static String plain(Parcel parcel, Notice notice) {
    StringBuilder text = new StringBuilder(notice.line()).append("\n\n");
    facts(notice).forEach((name, value) -> text.append("%-10s %s\n".formatted(name, value)));
    return text.append("\n-- \n").append(why(parcel)).append('\n').toString();
  }

  private static String html(Parcel parcel, Notice notice) {
    StringBuilder text = new StringBuilder("<p><strong>");
    text.append(escaped(notice.line())).append("</strong></p>\n<table>\n");
    facts(notice)
        .forEach((name, value) ->
            text.append("<tr><td>%s</td><td>%s</td></tr>\n".formatted(name, escaped(value))));
    return text.append("</table>\n<p><small>%s</small></p>\n".formatted(escaped(why(parcel))))
        .toString();
  }

  private static Map<String, String> facts(Notice notice) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("severity", notice.severity());
    facts.put("where", notice.place());
    if (notice.rollout() != null) {
      facts.put("rollout", notice.rollout());
    }
    facts.put("entry", notice.kind());
    if (notice.position() != null) {
      facts.put("position", "#" + notice.position());
    }
    facts.put("at", notice.at().toString());
    facts.put("ledger", notice.ledger());
    return facts;
  }

  private static String why(Parcel parcel) {
    return "You get this because of subscription %s of the Release Ledger."
        .formatted(parcel.name());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
