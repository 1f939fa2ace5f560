package dev.releaseledger.app.sealing;

import dev.releaseledger.app.settings.LedgerSettings;
import java.net.URI;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the log is called, in its checkpoints and by its witnesses: what the operator says, else the
 * address of the service, else an id that the ledger has drawn.
 */
@Component
public class Origin {

  private final LedgerSettings settings;
  private final JdbcClient jdbc;

  Origin(LedgerSettings settings, JdbcClient jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** The name. */
  public String name() {
    if (!settings.evidence().origin().isEmpty()) {
      return settings.evidence().origin();
    }
    if (!settings.publicUrl().isEmpty()) {
      URI url = URI.create(settings.publicUrl());
      return url.getAuthority()
          + (url.getPath() == null ? "" : url.getPath().replaceAll("/+$", ""));
    }
    return "release-ledger/"
        + jdbc.sql("select ledger::text from notice_cursor").query(String.class).single();
  }
}
