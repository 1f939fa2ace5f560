package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.ArtifactRole;
import dev.releaseledger.evidence.bundle.BundledArtifact;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The plan itself, as the artifact of its digest spells it out. */
record StoredPlan(Json.Obj plan) {

  private static final String CONNECTIONS = "connections";

  /** One statement of it, or one that ran. */
  record Statement(String connection, long step, Sha256 sql) {}

  /** The plan of this digest, where the bundle has it. */
  static Optional<StoredPlan> find(Content content, Sha256 digest) {
    return content.in(BundledArtifact.FOLDER + ArtifactRole.PLAN.folder() + "/").stream()
        .map(content::get)
        .filter(file -> Sha256.of(file).equals(digest))
        .findFirst()
        .map(file -> new StoredPlan(StrictJson.readObject(file).orThrow()));
  }

  /** A text that it has. */
  String text(String name) {
    return plan.text(name);
  }

  /** The policy that it was made under, where there was one. */
  Optional<Sha256> policy() {
    return plan.find("policy") instanceof Json.Str(String digest)
        ? Optional.of(Entry.digestOf(digest))
        : Optional.empty();
  }

  /** A fingerprint of each connection, such as the one that it leads to. */
  Json.Obj each(String name) {
    Json.Obj connections = plan.object(CONNECTIONS);
    SortedMap<String, Json> found = new TreeMap<>();
    for (String connection : connections.members().keySet()) {
      found.put(connection, new Json.Str(connections.object(connection).text(name)));
    }
    return Json.Obj.of(found);
  }

  /** Its statements on one connection, in their order. */
  List<Statement> statements(String connection) {
    List<Statement> all = new ArrayList<>();
    for (Json.Obj stage : objects(plan.object(CONNECTIONS).object(connection), "stages")) {
      for (Json.Obj step : objects(stage, "steps")) {
        Sha256 sql = Sha256.of(step.text("sql").getBytes(StandardCharsets.UTF_8));
        all.add(new Statement(connection, step.integer("number"), sql));
      }
    }
    return all;
  }

  /** The names of its connections. */
  List<String> connections() {
    return List.copyOf(plan.object(CONNECTIONS).members().keySet());
  }

  private static List<Json.Obj> objects(Json.Obj object, String name) {
    List<Json.Obj> all = new ArrayList<>();
    if (!(object.find(name) instanceof Json.Arr(List<Json> elements))) {
      throw Stop.failed("the plan has no " + name);
    }
    for (Json element : elements) {
      if (!(element instanceof Json.Obj each)) {
        throw Stop.failed("the plan has something else among its " + name);
      }
      all.add(each);
    }
    return all;
  }
}
