package dev.releaseledger.cli.acceptance;

import dev.releaseledger.app.applying.ApplyObserver;
import dev.releaseledger.app.applying.Point;
import dev.releaseledger.domain.environment.EnvironmentId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test do something behind the ledger's back at a chosen moment of an apply. */
@Configuration(proxyBeanMethods = false)
class Interference {

  private static final Map<Moment, Runnable> DEEDS = new ConcurrentHashMap<>();

  /** A point of an apply to a project; other tests apply at the same time. */
  private record Moment(String project, Point point) {}

  /** Does this once, when the next apply to the project comes to the point. */
  static void onceAt(String project, Point point, Runnable deed) {
    DEEDS.put(new Moment(project, point), deed);
  }

  static void none(String project) {
    DEEDS.keySet().removeIf(moment -> moment.project().equals(project));
  }

  @Bean
  @Primary
  ApplyObserver interfering(JdbcClient jdbc) {
    return (point, rollout, detail) -> {
      Runnable deed =
          DEEDS.isEmpty() ? null : DEEDS.remove(new Moment(projectOf(rollout, jdbc), point));
      if (deed != null) {
        deed.run();
      }
    };
  }

  private static String projectOf(String rollout, JdbcClient jdbc) {
    String stream =
        jdbc.sql("select min(stream) from ledger_event where ledger_rollout_of(payload) = ?")
            .param(rollout)
            .query(String.class)
            .single();
    return EnvironmentId.ofStream(stream).project();
  }
}
