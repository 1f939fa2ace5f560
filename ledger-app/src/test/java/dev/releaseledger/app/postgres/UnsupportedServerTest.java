package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedServerTest {

  @ParameterizedTest
  @ValueSource(ints = {11, 13, 19})
  void a_server_of_another_version_is_refused_by_its_version(int major) {
    assertThatThrownBy(() -> CatalogReader.read(server(major)))
        .isInstanceOf(UnsupportedServer.class)
        .hasMessageContaining(major + ".4");
  }

  @Test
  void the_oldest_and_the_newest_supported_are_not() {
    assertThatCode(() -> Session.requireSupported(server(14))).doesNotThrowAnyException();
    assertThatCode(() -> Session.requireSupported(server(18))).doesNotThrowAnyException();
  }

  /** A connection that knows nothing but the version of its server. */
  private static Connection server(int major) {
    DatabaseMetaData version =
        proxy(
            DatabaseMetaData.class,
            name -> name.equals("getDatabaseMajorVersion") ? (Object) major : major + ".4");
    return proxy(Connection.class, name -> version);
  }

  private interface Answers {
    Object to(String method);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.to(method.getName())));
  }
}
