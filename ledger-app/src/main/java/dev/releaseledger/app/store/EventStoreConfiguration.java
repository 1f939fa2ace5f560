package dev.releaseledger.app.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.access.Access;
import dev.releaseledger.domain.access.AccessAggregate;
import dev.releaseledger.domain.access.AccessCommand;
import dev.releaseledger.domain.environment.EnvironmentAggregate;
import dev.releaseledger.domain.environment.EnvironmentCommand;
import dev.releaseledger.domain.export.EvidenceAggregate;
import dev.releaseledger.domain.export.EvidenceCommand;
import dev.releaseledger.domain.log.LedgerLog;
import dev.releaseledger.domain.log.LogAggregate;
import dev.releaseledger.domain.log.LogCommand;
import dev.releaseledger.domain.notice.SubscriptionCommand;
import dev.releaseledger.domain.notice.Subscriptions;
import dev.releaseledger.domain.notice.SubscriptionsAggregate;
import dev.releaseledger.domain.project.Project;
import dev.releaseledger.domain.project.ProjectCommand;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.LiveTables;
import dev.releaseledger.projections.ViewTables;
import dev.releaseledger.projections.access.AccessProjector;
import dev.releaseledger.projections.notices.SubscriptionsProjector;
import dev.releaseledger.projections.schemahistory.KeptSchemas;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store on PostgreSQL, the aggregates on it, and the processors behind it. */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

  private static final String UNIQUE_VIOLATION = "23505";
  private static final int EVENTS_PER_READ = 1000;
  private static final int EVENTS_PER_TRANSACTION = 500;

  /** A projection that waits for events looks this often whether it is to stop. */
  private static final long STOP_MILLIS = 200;

  @Bean
  ObjectMapper ledgerMapper() {
    return LedgerJson.mapper();
  }

  @Bean
  JsonText jsonText(ObjectMapper ledgerMapper) {
    return new JsonText(ledgerMapper);
  }

  @Bean
  ProjectionCatalog projectionCatalog(JsonText jsonText, Artifacts artifacts, KeptSchemas schemas) {
    return new ProjectionCatalog(jsonText, artifacts::get, schemas);
  }

  @Bean
  TransactionManager ledgerTransactions(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  @Bean
  UnitOfWorkAwareConnectionProviderWrapper ledgerConnections(DataSource dataSource) {
    return new UnitOfWorkAwareConnectionProviderWrapper(
        new SpringDataSourceConnectionProvider(dataSource));
  }

  @Bean
  Serializer ledgerSerializer(ObjectMapper ledgerMapper, FreeTexts texts) {
    return new LedgerSerializer(ledgerMapper, texts);
  }

  @Bean
  EventStorageEngine eventStorage(
      Serializer ledgerSerializer,
      UnitOfWorkAwareConnectionProviderWrapper ledgerConnections,
      TransactionManager ledgerTransactions,
      FreeTexts texts) {
    return JdbcEventStorageEngine.builder()
        .eventSerializer(ledgerSerializer)
        .upcasterChain(new OpeningTexts(texts))
        .snapshotSerializer(ledgerSerializer)
        .connectionProvider(ledgerConnections)
        .transactionManager(ledgerTransactions)
        .persistenceExceptionResolver(duplicateSequence())
        .dataType(String.class)
        .batchSize(EVENTS_PER_READ)
        .schema(
            EventSchema.builder()
                .eventTable("ledger_event")
                .snapshotTable("ledger_snapshot")
                .globalIndexColumn("position")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("stream")
                .sequenceNumberColumn("stream_sequence")
                .typeColumn("stream_type")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("name")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .build())
        .build();
  }

  /** PostgreSQL's driver throws no exception of a class of its own for a duplicate key. */
  private static PersistenceExceptionResolver duplicateSequence() {
    return exception -> {
      for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          return true;
        }
      }
      return false;
    };
  }

  @Bean
  TokenStore tokenStore(
      Serializer ledgerSerializer,
      UnitOfWorkAwareConnectionProviderWrapper ledgerConnections,
      @Value("${ledger.node}") String node) {
    return JdbcTokenStore.builder()
        .connectionProvider(ledgerConnections)
        .serializer(ledgerSerializer)
        .contentType(String.class)
        .nodeId(node)
        .schema(
            TokenSchema.builder()
                .setTokenTable("projection_token")
                .setProcessorNameColumn("projection")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .setOwnerColumn("owner")
                .build())
        .build();
  }

  @Bean
  RecentAggregates recentAggregates(FreeTexts texts) {
    return new RecentAggregates(texts::lastErasure);
  }

  @Bean(destroyMethod = "shutdown")
  org.axonframework.config.Configuration axon(
      EventStorageEngine eventStorage,
      TokenStore tokenStore,
      Serializer ledgerSerializer,
      TransactionManager ledgerTransactions,
      JdbcClient jdbc,
      RecentAggregates recent,
      ProjectionCatalog catalog) {
    ViewTables views = new LiveTables(jdbc);
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(c -> ledgerSerializer)
            .configureEventSerializer(c -> ledgerSerializer)
            .configureMessageSerializer(c -> ledgerSerializer)
            .configureTransactionManager(c -> ledgerTransactions)
            .configureEmbeddedEventStore(c -> eventStorage)
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(EnvironmentAggregate.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent))
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(Project.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent))
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(AccessAggregate.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent))
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(SubscriptionsAggregate.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent))
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(EvidenceAggregate.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent))
            .configureAggregate(
                AggregateConfigurer.defaultConfiguration(LogAggregate.class)
                    .configureCommandTargetResolver(c -> streams())
                    .configureCache(c -> recent));
    EventProcessingConfigurer processing = configurer.eventProcessing();
    processing
        .registerTokenStore(c -> tokenStore)
        // Woken by the store when something is appended; pooled ones look every 100 ms, which every
        // command that reads its own write would wait for.
        .usingTrackingEventProcessors()
        .registerTrackingEventProcessorConfiguration(c ->
            TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(EVENTS_PER_TRANSACTION)
                .andEventAvailabilityTimeout(STOP_MILLIS, TimeUnit.MILLISECONDS))
        // A projection that cannot take an event stops and retries; it never skips one.
        .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
    catalog
        .byName()
        .values()
        .forEach(it -> processing.registerEventHandler(c -> it.projector().apply(views)));
    // These run where the event is recorded, and within the same transaction: what is revoked is
    // revoked when the call that did it is answered.
    processing
        .registerSubscribingEventProcessor(AccessProjector.NAME)
        .registerEventHandler(c -> new AccessProjector(views))
        .registerSubscribingEventProcessor(SubscriptionsProjector.NAME)
        .registerEventHandler(c -> new SubscriptionsProjector(views));
    org.axonframework.config.Configuration axon = configurer.buildConfiguration();
    requireRealTransactions(axon);
    axon.start();
    return axon;
  }

  /** Without transactions everything seems to work, until the first crash. */
  private static void requireRealTransactions(org.axonframework.config.Configuration axon) {
    TransactionManager actual = axon.getComponent(TransactionManager.class);
    if (!(actual instanceof SpringTransactionManager)) {
      throw new IllegalStateException("the event store runs without transactions: " + actual);
    }
  }

  private static CommandTargetResolver streams() {
    return command ->
        switch (command.getPayload()) {
          case EnvironmentCommand c -> new VersionedAggregateIdentifier(c.id().stream(), null);
          case ProjectCommand c ->
              new VersionedAggregateIdentifier(Project.streamOf(c.project()), null);
          case AccessCommand c -> new VersionedAggregateIdentifier(Access.STREAM, null);
          case SubscriptionCommand c ->
              new VersionedAggregateIdentifier(Subscriptions.STREAM, null);
          case EvidenceCommand c -> new VersionedAggregateIdentifier(c.stream(), null);
          case LogCommand c -> new VersionedAggregateIdentifier(LedgerLog.STREAM, null);
          default ->
              throw new IllegalArgumentException("no stream for " + command.getCommandName());
        };
  }
}
