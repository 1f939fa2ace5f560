package dev.releaseledger.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: use cases over the event store, behind REST. */
@SpringBootApplication
public class LedgerApplication {

  /** Starts the service; `ledgerctl serve` calls this. */
  public static void main(String[] args) {
    SpringApplication.run(LedgerApplication.class, args);
  }
}
