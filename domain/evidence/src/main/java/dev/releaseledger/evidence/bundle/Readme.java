package dev.releaseledger.evidence.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is in a bundle and how to check it by hand; the commands are run by a test. */
final class Readme {

  private Readme() {}

  static String of(BundleKind kind) {
    String name = kind == BundleKind.RELEASE ? "README-release.txt" : "README-period.txt";
    try (InputStream text = Readme.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
