package dev.releaseledger.app.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How a message is hashed before it is signed. */
enum HashAlgorithm {
  SHA256("sha256", "SHA-256"),
  SHA512("sha512", "SHA-512");

  private final String word;
  private final String standardName;

  HashAlgorithm(String word, String standardName) {
    this.word = word;
    this.standardName = standardName;
  }

  static HashAlgorithm named(String word) throws Unacceptable {
    for (HashAlgorithm algorithm : values()) {
      if (algorithm.word.equals(word)) {
        return algorithm;
      }
    }
    throw new Unacceptable("its hash algorithm is neither sha256 nor sha512");
  }

  /** The name in a signature. */
  String word() {
    return word;
  }

  byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance(standardName).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + standardName, e);
    }
  }
}
