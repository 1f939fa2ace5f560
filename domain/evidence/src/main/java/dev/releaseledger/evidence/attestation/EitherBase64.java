package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;

/** Base64 in the standard or in the URL-safe alphabet, since DSSE lets signers use either. */
final class EitherBase64 {

  private EitherBase64() {}

  static byte[] decode(String text) {
    boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
    if (urlSafe && (text.indexOf('+') >= 0 || text.indexOf('/') >= 0)) {
      throw new Malformed("Base64 in two alphabets at once");
    }
    return Base64Text.decode(text.replace('-', '+').replace('_', '/'));
  }
}
