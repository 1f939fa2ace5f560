package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the findings of a lint as SARIF 2.1.0, which code hosts show beside the lines.
 *
 * @param documentation where the pages of the rules are published, or null
 */
public record LintSarif(@Nullable String documentation) {

  /** Writes a lint view. */
  public void write(JsonNode lint, Page page) {
    page.verbatim(Json.pretty(log(lint)));
  }

  private ObjectNode log(JsonNode lint) {
    ObjectNode log = Json.object();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "Release Ledger");
    SortedMap<String, ObjectNode> rules = rules(lint);
    rules.values().forEach(driver.putArray("rules")::add);
    run.putObject("automationDetails")
        .put("id", "release-ledger/lint/" + Words.place(lint) + "/" + Words.of(lint, "connection"));
    run.putObject("properties").put("serverVersion", lint.path("serverVersion").asInt());
    ArrayNode results = run.putArray("results");
    for (JsonNode statement : lint.path("statements")) {
      for (JsonNode finding : statement.path("findings")) {
        result(results.addObject(), statement, finding, rules);
      }
    }
    return log;
  }

  private SortedMap<String, ObjectNode> rules(JsonNode lint) {
    SortedMap<String, ObjectNode> rules = new TreeMap<>();
    for (JsonNode statement : lint.path("statements")) {
      for (JsonNode finding : statement.path("findings")) {
        rules.computeIfAbsent(Words.of(finding, "rule"), slug -> rule(slug, finding));
      }
    }
    return rules;
  }

  private ObjectNode rule(String slug, JsonNode finding) {
    ObjectNode rule = Json.object().put("id", slug);
    String words = slug.replace('-', ' ');
    rule.putObject("shortDescription")
        .put("text", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    if (documentation != null) {
      rule.put("helpUri", documentation + "/rules/" + slug + ".md");
    }
    rule.putObject("help")
        .put("text", Words.of(finding, "remedy") + " See docs/rules/" + slug + ".md.");
    rule.putObject("defaultConfiguration").put("level", level(finding));
    return rule;
  }

  private static void result(
      ObjectNode result,
      JsonNode statement,
      JsonNode finding,
      SortedMap<String, ObjectNode> rules) {
    String rule = Words.of(finding, "rule");
    result.put("ruleId", rule);
    result.put("ruleIndex", rules.headMap(rule).size());
    result.put("level", level(finding));
    result
        .putObject("message")
        .put("text", Words.of(finding, "message") + ". " + Words.of(finding, "remedy"));
    ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
    place.putObject("artifactLocation").put("uri", uri(Words.of(statement, "file")));
    int failedAt = statement.path("failure").path("line").asInt();
    int line = statement.path("line").asInt();
    ObjectNode region = place.putObject("region");
    region.put("startLine", Math.max(failedAt, line));
    if (failedAt == 0) {
      region.put("endLine", line + (int) Words.of(statement, "sql").lines().count() - 1);
    }
    result
        .putObject("properties")
        .put("risk", Words.of(finding, "risk"))
        .put("object", Words.of(finding, "object"));
  }

  private static String level(JsonNode finding) {
    return switch (Words.of(finding, "risk")) {
      case "metadata_only", "low_lock" -> "note";
      case "blocking" -> "warning";
      default -> "error";
    };
  }

  /** A file's name as a reference; what a name may hold and a reference may not is encoded. */
  private static String uri(String file) {
    String path = file.replace('\\', '/');
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
