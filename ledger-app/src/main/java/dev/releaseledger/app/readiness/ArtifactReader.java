package dev.releaseledger.app.readiness;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        : new Artifact(domain, path, digest(bytes), reading(bytes));
  }

  private static Reading reading(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Parsed(STRICT.readValue(text, Object.class));
    } catch (CharacterCodingException | JsonProcessingException e) {
      return new Unreadable();
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
