package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How values read when people read them. */
final class Words {

  private Words() {}

  /** Returns the text of a field, empty when it is absent or null. */
  static String of(JsonNode node, String field) {
    return node.path(field).isNull() ? "" : node.path(field).asText("");
  }

  /** Returns the text of a field in one line. */
  static String line(JsonNode node, String field) {
    return of(node, field).strip().replaceAll("\\s*\\n\\s*", " ");
  }

  /** Returns a point in time to the second, in UTC. */
  static String time(JsonNode node, String field) {
    String text = of(node, field);
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** Returns as much of a commit as identifies it to people. */
  static String shortRef(JsonNode node, String field) {
    String ref = of(node, field);
    return ref.matches("[0-9a-f]{40}") ? ref.substring(0, 10) : ref;
  }

  /** Returns the plan of an answer that is a plan, or a rollout with one. */
  static JsonNode planOf(JsonNode answer) {
    return answer.has("planDigest") ? answer.path("plan") : answer;
  }

  /** Returns what a plan leads to: the ref as it was asked for, and the commit it stands for. */
  static String ref(JsonNode plan) {
    String requested = of(plan, "requestedRef");
    String ref = shortRef(plan, "ref");
    return requested.isEmpty() || requested.equals(of(plan, "ref"))
        ? ref
        : requested + " (" + ref + ")";
  }

  /** Whether there is nothing to say about a connection of a plan. */
  static boolean isSilent(JsonNode connection) {
    return Stream.of("stages", "blockers", "notes")
        .allMatch(part -> connection.path(part).isEmpty());
  }

  /** Returns as much of a digest as tells two apart at a glance. */
  static String shortDigest(String digest) {
    return digest.length() > 19 ? digest.substring(0, 19) : digest;
  }

  /** Returns the place as people say it: project/environment. */
  static String place(JsonNode node) {
    return Words.of(node, "project") + "/" + Words.of(node, "environment");
  }

  /** Returns how bad a finding is: how much the project minds, where it has a say, or its risk. */
  static String weight(JsonNode finding) {
    String severity = of(finding, "severity");
    return severity.isEmpty() ? of(finding, "risk") : severity;
  }

  /** Returns why a project or an environment is frozen, empty when it is not. */
  static String frozen(JsonNode node, Style style) {
    return node.hasNonNull("freezeReason")
        ? style.warning("yes") + ", " + of(node, "freezeReason")
        : "";
  }

  /** Returns a count with its noun. */
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Returns a number of rows. */
  static String rows(long rows) {
    return number(rows) + (rows == 1 ? " row" : " rows");
  }

  /** Returns a large number in groups of three digits. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns a size on disk as people say it. */
  static String bytes(long bytes) {
    String[] units = {"kB", "MB", "GB", "TB"};
    double size = bytes / 1024.0;
    int unit = 0;
    while (size >= 1000 && unit < units.length - 1) {
      size /= 1024;
      unit++;
    }
    String number = String.format(Locale.ROOT, size < 10 ? "%.1f" : "%.0f", size);
    return number.replaceFirst("\\.0$", "") + " " + units[unit];
  }

  /** Returns milliseconds as people say them. */
  static String millis(long millis) {
    if (millis >= 60_000 && millis % 60_000 == 0) {
      return millis / 60_000 + " min";
    }
    if (millis >= 1000 && millis % 100 == 0) {
      return (millis % 1000 == 0 ? "" + millis / 1000 : "" + millis / 1000.0) + " s";
    }
    return millis + " ms";
  }

  /** Returns the parts that say something, separated by commas. */
  static String sentence(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(", "));
  }

  /** Returns the texts of an array, separated by commas. */
  static String list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(joining(", "));
  }
}
