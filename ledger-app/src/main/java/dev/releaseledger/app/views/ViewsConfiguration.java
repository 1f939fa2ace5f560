package dev.releaseledger.app.views;

import static java.util.stream.Collectors.toMap;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.approvals.ApprovalInbox;
import dev.releaseledger.projections.drift.Drifts;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.notices.SubscriptionRows;
import dev.releaseledger.projections.policies.Policies;
import dev.releaseledger.projections.releases.Releases;
import dev.releaseledger.projections.rollouts.Rollouts;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import dev.releaseledger.projections.timeline.Sentences;
import dev.releaseledger.projections.timeline.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The questions that can be asked of the projections. */
@Configuration(proxyBeanMethods = false)
class ViewsConfiguration {

  @Bean
  Environments environments(JdbcClient jdbc, JsonText json) {
    return new Environments(jdbc, json);
  }

  @Bean
  Releases releases(JdbcClient jdbc, JsonText json) {
    return new Releases(jdbc, json);
  }

  @Bean
  Rollouts rollouts(JdbcClient jdbc, JsonText json) {
    return new Rollouts(jdbc, json);
  }

  @Bean
  ApprovalInbox approvalInbox(JdbcClient jdbc) {
    return new ApprovalInbox(jdbc);
  }

  @Bean
  Drifts drifts(JdbcClient jdbc, JsonText json) {
    return new Drifts(jdbc, json);
  }

  @Bean
  Policies policies(JdbcClient jdbc) {
    return new Policies(jdbc);
  }

  @Bean
  SubscriptionRows subscriptionRows(JdbcClient jdbc) {
    return new SubscriptionRows(jdbc);
  }

  @Bean
  SchemaVersions schemaVersions(JdbcClient jdbc, JsonText json) {
    return new SchemaVersions(jdbc, json);
  }

  @Bean
  Timeline timeline(JdbcClient jdbc, EventLog log) {
    return new Timeline(
        jdbc,
        positions ->
            log.these(positions).stream()
                .collect(toMap(Recorded::position, it -> Sentences.about(it.event()))));
  }
}
