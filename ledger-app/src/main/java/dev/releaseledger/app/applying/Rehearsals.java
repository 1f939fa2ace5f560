package dev.releaseledger.app.applying;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.schema.Fingerprint;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What rehearsals found: by connection, the fingerprint after each stage. */
@Component
class Rehearsals {

  private final Artifacts artifacts;
  private final ObjectMapper mapper;

  Rehearsals(Artifacts artifacts, ObjectMapper mapper) {
    this.artifacts = artifacts;
    this.mapper = mapper;
  }

  SortedMap<String, List<Fingerprint>> read(String digest) {
    String json =
        artifacts
            .get(digest)
            .orElseThrow(() -> new IllegalStateException("no rehearsal " + digest));
    try {
      SortedMap<String, List<Fingerprint>> stages = new TreeMap<>();
      mapper
          .readValue(json, new TypeReference<SortedMap<String, List<String>>>() {})
          .forEach((connection, after) ->
              stages.put(connection, after.stream().map(Fingerprint::new).toList()));
      return stages;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
