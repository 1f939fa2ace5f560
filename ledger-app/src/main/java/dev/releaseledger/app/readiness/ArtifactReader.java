package dev.releaseledger.app.readiness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.releaseledger.domain.readiness.Artifact;
import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.readiness.Artifact.Reading;
import dev.releaseledger.domain.readiness.Artifact.Unreadable;
import dev.releaseledger.domain.readiness.EvidenceDomain;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.key.Sha256;
import org.jspecify.annotations.Nullable;

/** Reads files that are given as evidence; two members of one name make a file unreadable. */
public final class ArtifactReader {

  /** A member that comes twice says two things, and each reader believes another one. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ArtifactReader() {}

  /**
   * What a file says.
   *
   * @param bytes its content, or null where there is no such file
   */
  public static Artifact read(EvidenceDomain domain, String path, byte @Nullable [] bytes) {
    return bytes == null
        ? new Artifact(domain, path, Artifact.NO_DIGEST, new Unreadable())
        : new Artifact(domain, path, Sha256.of(bytes).hex(), reading(bytes));
  }

  private static Reading reading(byte[] bytes) {
    try {
      return new Parsed(STRICT.readValue(Utf8.decode(bytes), Object.class));
    } catch (Malformed | JsonProcessingException e) {
      return new Unreadable();
    }
  }
}
