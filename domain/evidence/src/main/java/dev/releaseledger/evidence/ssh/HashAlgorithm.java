package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** How a message is hashed before it is signed. */
public enum HashAlgorithm {
  SHA256("sha256", "SHA-256"),
  SHA512("sha512", "SHA-512");

  private final String word;
  private final String standardName;

  HashAlgorithm(String word, String standardName) {
    this.word = word;
    this.standardName = standardName;
  }

  static HashAlgorithm named(String word) {
    for (HashAlgorithm algorithm : values()) {
      if (algorithm.word.equals(word)) {
        return algorithm;
      }
    }
    throw new Malformed("its hash algorithm is neither sha256 nor sha512");
  }

  /** The name in a signature. */
  public String word() {
    return word;
  }

  /** The hash. */
  public byte[] of(byte[] bytes) {
    try {
      return MessageDigest.getInstance(standardName).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + standardName, e);
    }
  }
}
