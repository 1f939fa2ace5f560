package dev.releaseledger.app.embedded;

import dev.releaseledger.app.settings.PrivateFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The passwords of a cluster's roles: random, made once, kept in a file only its owner reads. */
final class Credentials {

  private static final int PASSWORD_BYTES = 24;

  private final Path file;
  private final Properties passwords;

  private Credentials(Path file, Properties passwords) {
    this.file = file;
    this.passwords = passwords;
  }

  /** Makes new passwords; any older file is of a cluster that was never finished. */
  static Credentials create(DataDirectory data) throws IOException {
    Properties passwords = new Properties();
    passwords.setProperty(Administration.SUPERUSER, random());
    for (ServerRole role : ServerRole.values()) {
      passwords.setProperty(role.roleName(), random());
    }
    return kept(data, passwords);
  }

  private static Credentials kept(DataDirectory data, Properties passwords) throws IOException {
    StringWriter text = new StringWriter();
    passwords.store(text, "Passwords of the embedded PostgreSQL's roles");
    PrivateFile.write(data.credentials(), text.toString());
    return new Credentials(data.credentials(), passwords);
  }

  /** Reads them, and draws one for a role that the cluster was made without. */
  static Credentials read(DataDirectory data) throws IOException {
    if (!Files.exists(data.credentials())) {
      throw new EmbeddedPostgresException(
          data.credentials()
              + " is missing, so nobody can log in to the database beside it."
              + " Restore it from a backup of the data directory.");
    }
    Properties passwords = new Properties();
    try (Reader reader = Files.newBufferedReader(data.credentials())) {
      passwords.load(reader);
    }
    if (passwords.putIfAbsent(ServerRole.OWNER.roleName(), random()) == null) {
      return kept(data, passwords);
    }
    return new Credentials(data.credentials(), passwords);
  }

  String passwordOf(String role) {
    String password = passwords.getProperty(role);
    if (password == null) {
      throw new EmbeddedPostgresException(
          file + " has no password for " + role + ". Restore it from a backup.");
    }
    return password;
  }

  private static String random() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
