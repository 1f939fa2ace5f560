package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.projections.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** How far the live tables of a projection are: what is written with them says so. */
final class LivePosition {

  private static final String SELECT =
      "select token, token_type from %s.projection_token where projection = ? and segment = 0";

  private final Serializer serializer;

  LivePosition(Serializer serializer) {
    this.serializer = serializer;
  }

  /** The position as the connection sees it; 0 when nothing was taken in yet. */
  long of(String projection, Connection connection, String live) throws SQLException {
    return read(projection, connection, SELECT.formatted(live));
  }

  /** The same, and it stays so until the transaction ends. */
  long held(String projection, Connection connection, String live) throws SQLException {
    return read(projection, connection, SELECT.formatted(live) + " for update");
  }

  private long read(String projection, Connection connection, String sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, projection);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next() || row.getString(1) == null) {
          return 0;
        }
        TrackingToken token =
            serializer.deserialize(
                new SimpleSerializedObject<>(
                    row.getString(1), String.class, row.getString(2), null));
        return Math.max(0, Position.of(token));
      }
    }
  }
}
