package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables that the plan of one connection touches, with as much as is known of their size. */
record Tables(SortedMap<String, JsonNode> sizes) {

  static Tables of(JsonNode connection) {
    SortedMap<String, JsonNode> sizes = new TreeMap<>();
    for (JsonNode table : connection.path("preflight").path("tables")) {
      sizes.put(Words.of(table, "table"), table);
    }
    return new Tables(sizes);
  }

  /** Returns those that a step is about: the ones it locks, else the one its object is part of. */
  Tables of(JsonNode step, Iterable<LockTaken> locks) {
    TreeSet<String> names = new TreeSet<>();
    locks.forEach(lock -> names.add(lock.relation()));
    SortedMap<String, JsonNode> its = new TreeMap<>();
    sizes.forEach((name, size) -> {
      if (names.contains(name) || isAbout(step, name)) {
        its.put(name, size);
      }
    });
    return new Tables(its);
  }

  /** Returns whether the object of a step is this relation or a part of it. */
  static boolean isAbout(JsonNode step, String relation) {
    String object = Words.of(step, "object") + ".";
    return !relation.isEmpty() && object.contains(" " + relation + ".");
  }

  long rows() {
    return sizes.values().stream()
        .mapToLong(size -> Math.max(0, size.path("estimatedRows").asLong()))
        .sum();
  }

  long bytes() {
    return sizes.values().stream().mapToLong(size -> size.path("bytes").asLong()).sum();
  }

  /** Returns each table with its rows and its size, one a line. */
  String sentences() {
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, JsonNode> entry : sizes.entrySet()) {
      long rows = entry.getValue().path("estimatedRows").asLong(-1);
      lines
          .append(entry.getKey())
          .append(rows < 0 ? ": never analyzed" : ": about " + Words.rows(rows))
          .append(", ")
          .append(Words.bytes(entry.getValue().path("bytes").asLong()))
          .append('\n');
    }
    return lines.toString().strip();
  }
}
