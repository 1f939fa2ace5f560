package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Ed25519Key;

/** A key that signs statements, and when it is believed. */
public record TrustedSigner(Ed25519Key key, Period period) {

  Json.Obj json() {
    return period.into(new Members().text("publicKey", Base64Text.of(key.spki()))).built();
  }

  static TrustedSigner of(Fields fields) {
    return new TrustedSigner(
        Ed25519Key.ofSpki(Base64Text.decode(fields.text("publicKey"))), Period.of(fields));
  }
}
