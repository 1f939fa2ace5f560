package dev.releaseledger.app.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded server is set, beyond PostgreSQL's defaults. */
final class ServerSettings {

  private ServerSettings() {}

  static Map<String, String> of(Purpose purpose, int port) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", Integer.toString(port));
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "100");
    // Whole schemas are made and dropped in one transaction.
    settings.put("max_locks_per_transaction", "256");
    // Iterations slow down the guessing of weak passwords; these are 256 random bits.
    settings.put("scram_iterations", "16");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    switch (purpose) {
      case KEEPING -> settings.put("fsync", "on");
      case SCRATCH -> {
        settings.put("fsync", "off");
        settings.put("full_page_writes", "off");
        settings.put("synchronous_commit", "off");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("autovacuum", "off");
      }
    }
    // Statements and row values may hold secrets, and the log outlives them.
    settings.put("log_min_error_statement", "panic");
    settings.put("log_error_verbosity", "terse");
    return settings;
  }
}
