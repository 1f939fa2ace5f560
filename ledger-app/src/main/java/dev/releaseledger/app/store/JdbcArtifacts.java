package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.schema.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Artifacts in a table that is only ever inserted into. */
@Component
final class JdbcArtifacts implements Artifacts {

  private final JdbcClient jdbc;

  JdbcArtifacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String put(String kind, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String digest = Fingerprint.ofBytes(bytes).value();
    jdbc.sql(
            "insert into artifact (digest, kind, content) values (?, ?, ?)"
                + " on conflict (digest) do nothing")
        .params(digest, kind, bytes)
        .update();
    return digest;
  }

  @Override
  public Optional<String> get(String digest) {
    return jdbc.sql("select digest, content from artifact where digest = ?")
        .param(digest)
        .query((row, number) -> checked(row).getValue())
        .optional();
  }

  @Override
  public Map<String, String> all(Collection<String> digests) {
    Map<String, String> found = new HashMap<>();
    jdbc.sql("select digest, content from artifact where digest = any(?)")
        .param(digests.toArray(String[]::new))
        .query((row, number) -> checked(row))
        .list()
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Map.Entry<String, String> checked(ResultSet row) throws SQLException {
    String digest = row.getString("digest");
    byte[] bytes = row.getBytes("content");
    if (!Fingerprint.ofBytes(bytes).value().equals(digest)) {
      throw new IllegalStateException("artifact " + digest + " has been altered");
    }
    return Map.entry(digest, new String(bytes, StandardCharsets.UTF_8));
  }
}
