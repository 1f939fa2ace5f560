package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;

/** A file of a bundle: its content by its digest, and what it is worth. */
public record ManifestEntry(String name, Sha256 digest, Standing standing) {

  Json.Obj json() {
    return new Members()
        .text("name", name)
        .text("sha256", digest.hex())
        .word("standing", standing)
        .built();
  }

  static ManifestEntry of(Fields fields) {
    return new ManifestEntry(
        fields.text("name"),
        Sha256.parseHex(fields.text("sha256")),
        fields.word("standing", Standing.class));
  }
}
