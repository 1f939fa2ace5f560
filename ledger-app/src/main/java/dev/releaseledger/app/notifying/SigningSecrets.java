package dev.releaseledger.app.notifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.PrivateFile;
import dev.releaseledger.projections.notices.SubscriptionRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secrets that notices are signed with. None is stored: each is derived from the service's key,
 * the subscription and the number of the secret.
 */
@Component
class SigningSecrets {

  /** What every secret begins with, as Standard Webhooks has it. */
  static final String PREFIX = "whsec_";

  private static final Logger LOG = LoggerFactory.getLogger(SigningSecrets.class);
  private static final byte[] SALT = "release-ledger notices".getBytes(UTF_8);
  private static final int SECRET_BYTES = 32;
  private static final int CHECK_BYTES = 8;

  private final JdbcClient jdbc;
  private final LedgerSettings.Notices settings;
  private final Path file;
  private byte @Nullable [] key;
  private boolean warned;

  SigningSecrets(JdbcClient jdbc, LedgerSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings.notices();
    this.file = settings.data().resolve("notice.key");
    if (!this.settings.keyFile().isEmpty()) {
      // What is wrong with it is told at the start, and not when the first secret is wanted.
      byte[] unused = key();
    }
  }

  /** A secret that is about to be shown: from here on the key is the one that made it. */
  String issue(String subscription, int generation) {
    jdbc.sql("update notice_cursor set key_check = ?").param(check()).update();
    return secret(subscription, generation);
  }

  /** What notices of a subscription are signed with at a time, the one that counts first. */
  List<String> counting(SubscriptionRow row, Instant now) {
    warnOfAnotherKey();
    List<String> secrets = new ArrayList<>();
    secrets.add(secret(row.id(), row.generation()));
    Instant until = row.previousUntil();
    if (until != null && now.isBefore(until)) {
      secrets.add(secret(row.id(), row.generation() - 1));
    }
    return secrets;
  }

  private String secret(String subscription, int generation) {
    byte[] info = "webhook/%s/%d".formatted(subscription, generation).getBytes(UTF_8);
    return PREFIX
        + Base64.getEncoder().encodeToString(KeyDerivation.derive(key(), SALT, info, SECRET_BYTES));
  }

  private String check() {
    return HexFormat.of()
        .formatHex(KeyDerivation.derive(key(), SALT, "check".getBytes(UTF_8), CHECK_BYTES));
  }

  private synchronized void warnOfAnotherKey() {
    if (warned) {
      return;
    }
    boolean other =
        jdbc.sql("select coalesce(key_check <> ?, false) from notice_cursor")
            .param(check())
            .query(Boolean.class)
            .single();
    if (other) {
      LOG.error(
          "The key of notices is not the one that the last secret was made with, so receivers will"
              + " not know the signatures: give every service instance the same LEDGER_NOTICE_KEY,"
              + " or rotate the secrets");
      warned = true;
    }
  }

  private synchronized byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = read().getBytes(UTF_8);
      key = known;
    }
    return known;
  }

  private String read() {
    try {
      if (!settings.key().isEmpty()) {
        return settings.key();
      }
      if (!settings.keyFile().isEmpty()) {
        return drawn(Path.of(settings.keyFile()));
      }
      if (!Files.exists(file)) {
        byte[] drawn = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(drawn);
        PrivateFile.write(file, Base64.getEncoder().encodeToString(drawn) + "\n");
      }
      return drawn(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key of a file, which is none where it is so short that secrets could be guessed. */
  private static String drawn(Path file) throws IOException {
    String key = Files.readString(file).strip();
    if (key.length() < LedgerSettings.Notices.SHORTEST_KEY) {
      throw new IllegalStateException(
          "%s is too short to be a key: it needs %d characters, drawn by chance"
              .formatted(file, LedgerSettings.Notices.SHORTEST_KEY));
    }
    return key;
  }
}
