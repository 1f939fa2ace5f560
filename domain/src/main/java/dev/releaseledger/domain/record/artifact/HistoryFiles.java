package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Entry;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the versions that tables had in the releases of an environment. */
final class HistoryFiles {

  private static final String ROOT = "schema_history/";
  private static final int SUFFIX = 8;

  /** A table of one of the environment's databases, by its whole name. */
  record TableKey(String connection, String table) {}

  private final Dossier dossier;
  private final Function<String, Schema> schemas;
  private final Map<TableKey, String> folders = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final SortedMap<String, String> files = new TreeMap<>();

  /**
   * Starts with nothing written.
   *
   * @param schemas a kept schema, by its digest
   */
  HistoryFiles(Dossier dossier, Function<String, Schema> schemas) {
    this.dossier = dossier;
    this.schemas = schemas;
  }

  /** The versions of these tables, up to the release of the rollout, or its last event. */
  List<ArtifactFile> of(Set<TableKey> tables) {
    SortedMap<String, Schema> before = new TreeMap<>();
    SortedMap<String, String> digests = new TreeMap<>();
    Map<TableKey, Integer> versions = new HashMap<>();
    long end = end();
    for (Entry entry : dossier.stream()) {
      if (entry.position() > end) {
        break;
      }
      if (entry.event() instanceof ReleaseAdvanced release
          // Taking the pointer back changes no table.
          && release.cause() != ReleaseCause.ROLLBACK) {
        release
            .snapshots()
            .forEach((connection, digest) -> {
              if (!digest.equals(digests.put(connection, digest))) {
                Schema schema = schemas.apply(digest);
                Schema former = before.put(connection, schema);
                name(connection, schema);
                tables.stream()
                    .filter(key -> key.connection().equals(connection))
                    .sorted(java.util.Comparator.comparing(TableKey::table))
                    .forEach(key -> version(key, former, schema, versions, entry));
              }
            });
      }
    }
    return files.entrySet().stream()
        .map(file -> new ArtifactFile(file.getKey(), file.getValue()))
        .toList();
  }

  /** The release of the rollout, or, where it has none, the last that happened to it. */
  private long end() {
    List<Entry> own = dossier.own();
    return own.stream()
        .filter(entry -> entry.event() instanceof ReleaseAdvanced)
        .mapToLong(Entry::position)
        .findFirst()
        .orElseGet(() -> own.getLast().position());
  }

  private void version(
      TableKey key,
      @Nullable Schema former,
      Schema schema,
      Map<TableKey, Integer> versions,
      Entry entry) {
    TableVersion change =
        TableVersion.between(former == null ? Schema.empty() : former, schema, key.table());
    if (change == null) {
      return;
    }
    int version = versions.merge(key, 1, Integer::sum);
    String folder = ROOT + Objects.requireNonNullElse(folders.get(key), sanitised(key.table()));
    String path = "%s/v%04d.json".formatted(folder, version);
    ReleaseAdvanced release = (ReleaseAdvanced) entry.event();
    SortedMap<String, Object> fields = new TreeMap<>(Stamp.of(dossier.recorded(entry)));
    fields.putAll(change.fields());
    fields.put("table", key.table());
    fields.put("connection", key.connection());
    fields.put("version", version);
    fields.put("run_id", release.rollout() == null ? release.release() : release.rollout());
    fields.put("release", release.release());
    fields.put("cause", release.cause().name().toLowerCase(java.util.Locale.ROOT));
    if (release.ref() != null) {
      fields.put("ref", release.ref());
    }
    fields.put("artifact_path", path);
    String content = SortedJson.file(fields);
    files.put(path, content);
    files.put(folder + "/current.json", content);
  }

  /** The first table that comes to a name has it for good; others get one of their own. */
  private void name(String connection, Schema schema) {
    List<TableKey> all = new ArrayList<>();
    schema.objects().values().stream()
        .filter(Table.class::isInstance)
        .forEach(table -> all.add(new TableKey(connection, ((Table) table).name())));
    for (TableKey key : all) {
      if (!folders.containsKey(key)) {
        String plain = sanitised(key.table());
        String folder =
            taken.add(plain)
                ? plain
                : plain + "_" + ReferenceIds.hex(key.connection() + ":" + key.table(), SUFFIX);
        taken.add(folder);
        folders.put(key, folder);
      }
    }
  }

  private static String sanitised(String table) {
    return table.replaceAll("[^A-Za-z0-9]", "_");
  }
}
