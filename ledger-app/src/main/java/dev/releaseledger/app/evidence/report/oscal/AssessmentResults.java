package dev.releaseledger.app.evidence.report.oscal;

import dev.releaseledger.app.evidence.report.chapter.Standing;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** A report as assessment results of OSCAL 1.1.3, in the canonical form of RFC 8785. */
public final class AssessmentResults {

  private static final String VERSION = "1.1.3";
  private static final String NAMESPACE = "https://releaseledger.dev/ns/oscal";

  private final CaseFile file;
  private final UUID space;
  private final Map<Objective, Judgement> judgements = new LinkedHashMap<>();

  private AssessmentResults(CaseFile file) {
    this.file = file;
    this.space =
        NamedUuid.of(
            NamedUuid.of(NamedUuid.URLS, NAMESPACE),
            file.log().origin() + "\n" + file.place() + "\n" + file.subject());
    for (Objective objective : Objective.ALL) {
      objective.source().of(file).ifPresent(it -> judgements.put(objective, it));
    }
  }

  /** The whole file. */
  public static byte[] of(CaseFile file) {
    return Canonical.bytes(
        Json.Obj.of(Map.of("assessment-results", new AssessmentResults(file).results())));
  }

  private Json results() {
    return Json.Obj.of(
        Map.of(
            "uuid", id("document\n" + file.log().size() + "\n" + file.log().root().hex()),
            "metadata", metadata(),
            "import-ap", Json.Obj.of(Map.of("href", new Json.Str("#" + uuid("plan")))),
            "local-definitions", definitions(),
            "results", new Json.Arr(List.of(result())),
            "back-matter", backMatter()));
  }

  private Json metadata() {
    return Json.Obj.of(
        Map.of(
            "title", OscalText.markup("Evidence of " + file.subject() + " of " + file.place()),
            "last-modified", time(file.log().signedAt()),
            "version", OscalText.value(Long.toString(file.log().size())),
            "oscal-version", new Json.Str(VERSION),
            "remarks", OscalText.markup(Standing.sentence().plain())));
  }

  private Json definitions() {
    List<Json> objectives = new ArrayList<>();
    for (Objective objective : judgements.keySet()) {
      objectives.add(
          Json.Obj.of(
              Map.of(
                  "control-id", new Json.Str(objective.control()),
                  "parts",
                      new Json.Arr(
                          List.of(
                              Json.Obj.of(
                                  Map.of(
                                      "id", new Json.Str(objective.id()),
                                      "name", new Json.Str("assessment-objective"),
                                      "prose", OscalText.markup(objective.title()))))))));
    }
    return Json.Obj.of(Map.of("objectives-and-methods", new Json.Arr(objectives)));
  }

  private Json result() {
    List<Json> observations = new ArrayList<>();
    List<Json> findings = new ArrayList<>();
    judgements.forEach((objective, judgement) -> {
      observations.add(observation(objective, judgement));
      findings.add(finding(objective, judgement));
    });
    return Json.Obj.of(
        Map.of(
            "uuid", id("result"),
            "title", OscalText.markup(file.subject()),
            "description",
                OscalText.markup(
                    "What the evidence of %s of %s says.".formatted(file.subject(), file.place())),
            "start", time(file.since()),
            "end", time(file.asOf()),
            "reviewed-controls", reviewed(),
            "assessment-log", log(),
            "observations", new Json.Arr(observations),
            "findings", new Json.Arr(findings)));
  }

  private Json reviewed() {
    TreeSet<String> controls = new TreeSet<>();
    judgements.keySet().forEach(objective -> controls.add(objective.control()));
    return Json.Obj.of(
        Map.of(
            "control-selections",
            new Json.Arr(
                List.of(
                    Json.Obj.of(
                        Map.of(
                            "include-controls",
                            new Json.Arr(
                                controls.stream()
                                    .<Json>map(
                                        it -> Json.Obj.of(Map.of("control-id", new Json.Str(it))))
                                    .toList())))))));
  }

  private Json log() {
    return Json.Obj.of(
        Map.of("entries", new Json.Arr(file.events().stream().map(this::entry).toList())));
  }

  private Json entry(LedgerEvent event) {
    return Json.Obj.of(
        Map.of(
            "uuid", id("event\n" + event.position()),
            "title", OscalText.markup(event.name()),
            "description", OscalText.markup(event.sentence()),
            "start", time(event.at()),
            "props", props(event)));
  }

  private Json observation(Objective objective, Judgement judgement) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("uuid", id("observation\n" + objective.id()));
    members.put("title", OscalText.markup(objective.title()));
    members.put("description", OscalText.markup(judgement.why()));
    members.put("methods", new Json.Arr(List.of(new Json.Str("EXAMINE"))));
    members.put("types", new Json.Arr(List.of(new Json.Str("control-objective"))));
    members.put("collected", time(file.log().signedAt()));
    List<Json> evidence =
        judgement.positions().stream()
            .distinct()
            .map(file::event)
            .filter(event -> event != null)
            .<Json>map(event ->
                Json.Obj.of(
                    Map.of(
                        "href", new Json.Str("#" + uuid("archive")),
                        "description", OscalText.markup(event.name()),
                        "props", props(event))))
            .toList();
    if (!evidence.isEmpty()) {
      members.put("relevant-evidence", new Json.Arr(evidence));
    }
    return Json.Obj.of(members);
  }

  private Json finding(Objective objective, Judgement judgement) {
    return Json.Obj.of(
        Map.of(
            "uuid", id("finding\n" + objective.id()),
            "title", OscalText.markup(objective.title()),
            "description", OscalText.markup(judgement.why()),
            "target",
                Json.Obj.of(
                    Map.of(
                        "type", new Json.Str("objective-id"),
                        "target-id", new Json.Str(objective.id()),
                        "status",
                            Json.Obj.of(
                                Map.of(
                                    "state",
                                        new Json.Str(
                                            judgement.satisfied() ? "satisfied" : "not-satisfied"),
                                    "reason",
                                        new Json.Str(judgement.satisfied() ? "pass" : "fail"))))),
            "related-observations",
                new Json.Arr(
                    List.of(
                        Json.Obj.of(
                            Map.of("observation-uuid", id("observation\n" + objective.id())))))));
  }

  private Json backMatter() {
    return Json.Obj.of(
        Map.of(
            "resources",
            new Json.Arr(
                List.of(
                    Json.Obj.of(
                        Map.of(
                            "uuid", id("plan"),
                            "title", OscalText.markup("Plan of the assessment"),
                            "description",
                                OscalText.markup(
                                    "There is no assessment plan of its own: what is examined is"
                                        + " the list of objectives in this file."))),
                    Json.Obj.of(
                        Map.of(
                            "uuid", id("archive"),
                            "title", OscalText.markup("Evidence"),
                            "description",
                                OscalText.markup(
                                    "The archive that this file is a part of; what counts is in"
                                        + " it."),
                            "rlinks",
                                new Json.Arr(
                                    List.of(
                                        Json.Obj.of(
                                            Map.of("href", reference(file.archive())))))))))));
  }

  private Json props(LedgerEvent event) {
    return new Json.Arr(
        List.of(
            prop("position", Long.toString(event.position())),
            prop("leaf-index", Long.toString(event.leafIndex())),
            prop("event", event.name()),
            prop("actor-ref", event.actorRef())));
  }

  private static Json prop(String name, String value) {
    return Json.Obj.of(
        Map.of(
            "name", new Json.Str(name),
            "ns", new Json.Str(NAMESPACE),
            "value", OscalText.value(value)));
  }

  private static Json reference(String name) {
    try {
      return new Json.Str(new URI(null, null, name, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a name for a file: " + name, e);
    }
  }

  private Json id(String name) {
    return new Json.Str(uuid(name).toString());
  }

  private UUID uuid(String name) {
    return NamedUuid.of(space, name);
  }

  private static Json time(Instant at) {
    return new Json.Str(at.toString());
  }
}
