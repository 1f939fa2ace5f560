package dev.releaseledger.app.store.rights;

import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has rights settled wherever the service migrates. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {

  @Bean
  FlywayMigrationStrategy migrationWithRights(DataSource dataSource) {
    return flyway -> LedgerMigration.run(flyway, dataSource);
  }
}
