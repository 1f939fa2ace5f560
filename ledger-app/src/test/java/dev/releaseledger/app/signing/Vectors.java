package dev.releaseledger.app.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Keys and signatures that ssh-keygen of OpenSSH 9.2 made. */
final class Vectors {

  static final String DIGEST =
      "sha256:a27fa2bacd5796b82680016a6b8865a616a9e4f6b6a198d3776ddc07536e3158";

  private Vectors() {}

  static String key(String name) {
    return text(name + ".pub");
  }

  static String signature(String name) {
    return text(name + ".sig");
  }

  private static String text(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/signing/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
