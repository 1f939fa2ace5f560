package dev.releaseledger.app.sealing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections that break at the n-th thing that is asked of them: a statement, or a commit. */
final class FaultyConnections extends AbstractDataSource {

  private final DataSource sound;
  private int left = Integer.MAX_VALUE;

  FaultyConnections(DataSource sound) {
    this.sound = sound;
  }

  /** The next so many go well, and none behind them. */
  void breakAfter(int steps) {
    left = steps;
  }

  /** Whether all that was asked went well. */
  boolean held() {
    return left > 0;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = sound.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  || method.getName().equals("commit")) {
                left--;
                if (left < 0) {
                  throw new SQLException("the connection is lost", "08006");
                }
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("nobody asks for another user");
  }
}
