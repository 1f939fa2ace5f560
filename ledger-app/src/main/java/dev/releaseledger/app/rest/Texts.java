package dev.releaseledger.app.rest;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are no JSON. */
final class Texts {

  private static final MediaType SQL = new MediaType("application", "sql", StandardCharsets.UTF_8);
  private static final MediaType MERMAID =
      new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);
  private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

  private Texts() {}

  static ResponseEntity<byte[]> sql(String text) {
    return answer(text, SQL);
  }

  static ResponseEntity<byte[]> mermaid(String text) {
    return answer(text, MERMAID);
  }

  /** A picture that, opened by itself, may load and run nothing. */
  static ResponseEntity<byte[]> svg(String text) {
    return ResponseEntity.ok()
        .contentType(SVG)
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ResponseEntity<byte[]> answer(String text, MediaType type) {
    return ResponseEntity.ok().contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
  }
}
