package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;

/** Whom a reference stands for, as the exporter says; no event proves it. */
public record NamedActor(String actorRef, String name) {

  Json.Obj json() {
    return new Members().text("actorRef", actorRef).text("name", name).built();
  }

  static NamedActor of(Fields fields) {
    return new NamedActor(fields.text("actorRef"), fields.text("name"));
  }
}
