package dev.releaseledger.cli.acceptance;

import dev.releaseledger.app.applying.ApplyObserver;
import dev.releaseledger.app.applying.Point;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Lets a test do something behind the ledger's back at a chosen moment of an apply. */
@Configuration(proxyBeanMethods = false)
class Interference {

  private static final Map<Point, Runnable> DEEDS = new ConcurrentHashMap<>();

  /** Does this once, when the next apply comes to the point. */
  static void onceAt(Point point, Runnable deed) {
    DEEDS.put(point, deed);
  }

  static void none() {
    DEEDS.clear();
  }

  @Bean
  @Primary
  ApplyObserver interfering() {
    return (point, rollout, detail) -> {
      Runnable deed = DEEDS.remove(point);
      if (deed != null) {
        deed.run();
      }
    };
  }
}
