package dev.releaseledger.app;

import dev.releaseledger.app.embedded.EmbeddedPostgresException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: use cases over the event store, behind REST. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LedgerApplication {

  /** Starts the service; {@code ledgerctl serve} calls this. */
  public static void main(String[] arguments) {
    try {
      ServiceStart.with(arguments).run();
    } catch (EmbeddedPostgresException | UsageException e) {
      System.err.println("ledgerctl serve: " + e.getMessage());
      System.exit(e instanceof UsageException ? 64 : 1);
    }
  }
}
