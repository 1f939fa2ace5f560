package dev.releaseledger.evidence.attestation;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;

/** Something that a statement is about, known by its digest. */
public record Subject(String name, Sha256 digest) {

  /** The subject that has this content. */
  public static Subject of(String name, byte[] content) {
    return new Subject(name, Sha256.of(content));
  }

  Json.Obj json() {
    return new Members()
        .put("digest", new Members().text("sha256", digest.hex()).built())
        .text("name", name)
        .built();
  }

  static Subject of(Fields fields) {
    return new Subject(
        fields.text("name"),
        fields.object("digest", digest -> Sha256.parseHex(digest.text("sha256"))));
  }
}
