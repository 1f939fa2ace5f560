package dev.releaseledger.app.real;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends a service that was started inside a test. */
final class SpringStop {

  private SpringStop() {}

  static void stop(ConfigurableApplicationContext service) {
    SpringApplication.exit(service);
  }
}
