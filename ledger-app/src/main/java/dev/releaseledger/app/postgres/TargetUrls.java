package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.EmbeddedDatabases;
import dev.releaseledger.app.refusal.DatabaseRefusal.InadmissibleUrl;
import dev.releaseledger.app.refusal.DatabaseRefusal.UnreachableDatabase;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.policy.Refused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.springframework.stereotype.Component;

/** How environments name their databases, and how they are reached. */
@Component
final class TargetUrls {

  private static final String EMBEDDED = "embedded:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String CONNECT_SECONDS = "10";
  private static final Pattern SECRET_PROPERTY =
      Pattern.compile("(?i)[?&](?!sslpasswordcallback=)[^=&]*(password|passwd|pwd|secret)[^=&]*=");
  private static final Pattern SECRET_PLACE = Pattern.compile("^[^?]*@|^[^?]*\\?[^=]*@");

  private final LedgerSettings.Targets settings;
  private final Optional<EmbeddedDatabases> embedded;

  TargetUrls(LedgerSettings settings, Optional<EmbeddedDatabases> embedded) {
    this.settings = settings.targets();
    this.embedded = embedded;
    if (!this.settings.passfile().isEmpty()) {
      System.setProperty("org.postgresql.pgpassfile", this.settings.passfile());
    }
  }

  /** Refuses what is no URL of a PostgreSQL database, or carries a password. */
  String admissible(String url) {
    if (url.startsWith(EMBEDDED)) {
      String name = url.substring(EMBEDDED.length());
      if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
        throw refuse(url, "an embedded database is named by lower-case letters, digits and '_'");
      }
      if (embedded.isEmpty()) {
        throw refuse(url, "this service has no embedded server");
      }
      return url;
    }
    // First of all, because the driver logs the URLs that it does not understand.
    if (url.startsWith(POSTGRESQL) && carriesPassword(url)) {
      throw refuse(withoutQuery(url), "it carries a password");
    }
    if (!url.startsWith(POSTGRESQL) || Driver.parseURL(url, null) == null) {
      throw refuse(withoutQuery(url), "it is not of the form jdbc:postgresql://HOST:PORT/DATABASE");
    }
    return url;
  }

  /** Connects to an environment's database. */
  Connection connect(String url, String application) throws SQLException {
    Properties properties = new Properties();
    PGProperty.APPLICATION_NAME.set(properties, application);
    PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    if (url.startsWith(EMBEDDED)) {
      EmbeddedDatabases.Access access =
          embedded
              .orElseThrow(() -> refuse(url, "this service has no embedded server"))
              .target(url.substring(EMBEDDED.length()));
      PGProperty.USER.set(properties, access.user());
      PGProperty.PASSWORD.set(properties, access.password());
      return DriverManager.getConnection(access.url(), properties);
    }
    if (!settings.user().isEmpty() && !url.matches(".*[?&]user=.*")) {
      PGProperty.USER.set(properties, settings.user());
    }
    if (!settings.password().isEmpty()) {
      PGProperty.PASSWORD.set(properties, settings.password());
    }
    return DriverManager.getConnection(url, properties);
  }

  /** What a failed connection means to the caller. */
  Refused refused(String url, SQLException e) {
    return new Refused(new UnreachableDatabase(url, String.valueOf(e.getMessage())));
  }

  private static Refused refuse(String url, String why) {
    return new Refused(new InadmissibleUrl(url, why));
  }

  /** A password among the properties, or in front of the host whatever characters it has. */
  private static boolean carriesPassword(String url) {
    return SECRET_PROPERTY.matcher(url).find() || SECRET_PLACE.matcher(url).find();
  }

  /** What is repeated to the caller must not repeat a password, wherever it was put. */
  private static String withoutQuery(String url) {
    if (!url.contains("@")) {
      return url.replaceAll("(?s)\\?.*", "?...");
    }
    int authority = url.indexOf("//");
    return url.substring(0, authority < 0 ? 0 : authority + 2) + "...";
  }
}
