package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.schema.Fingerprint;
import java.nio.charset.StandardCharsets;
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
    Optional<byte[]> found =
        jdbc.sql("select content from artifact where digest = ?")
            .param(digest)
            .query((row, number) -> row.getBytes("content"))
            .optional();
    found.ifPresent(bytes -> {
      if (!Fingerprint.ofBytes(bytes).value().equals(digest)) {
        throw new IllegalStateException("artifact " + digest + " has been altered");
      }
    });
    return found.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
