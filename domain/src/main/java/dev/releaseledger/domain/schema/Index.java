package dev.releaseledger.domain.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not the index of a constraint; an invalid one is left by a failed concurrent
 * build.
 *
 * @param storage how it is stored, or null when that is as usual
 * @param partOf the index of the partitioned table that it is a part of
 */
public record Index(
    String name,
    ObjectId relation,
    String definition,
    boolean valid,
    @Nullable IndexStorage storage,
    @Nullable String partOf,
    @Nullable String comment)
    implements SchemaObject {

  private static final Pattern OPTION =
      Pattern.compile("([\\w\"]+)=(?:'((?:[^']|'')*)'|([\\w]+))(?:, )?");
  private static final Pattern OPTIONS = Pattern.compile(" WITH \\(((?:" + OPTION + ")+)\\)");

  /** An index that is stored as usual. */
  public Index(
      String name, ObjectId relation, String definition, boolean valid, @Nullable String comment) {
    this(name, relation, definition, valid, null, null, comment);
  }

  @Override
  public ObjectId id() {
    return new ObjectId(ObjectKind.INDEX, name);
  }

  @Override
  public Index commented(@Nullable String text) {
    return new Index(name, relation, definition, valid, storage, partOf, text);
  }

  /** The same index as a build that succeeds leaves it. */
  public Index rebuilt() {
    return new Index(name, relation, definition, true, storage, partOf, comment);
  }

  /** The same index, standing by itself. */
  public Index untied() {
    return new Index(name, relation, definition, valid, storage, null, comment);
  }

  /** Whether it only holds together the indexes of partitions. */
  public boolean partitioned() {
    return definition.contains(" ON ONLY ");
  }

  /** What names the tie to the index it is a part of. */
  public ObjectId attachmentId() {
    return new ObjectId(ObjectKind.INDEX_ATTACHMENT, name);
  }

  /** Its storage parameters, as {@code name=value}. */
  public List<String> options() {
    List<String> options = new ArrayList<>();
    Matcher clause = OPTIONS.matcher(definition);
    if (clause.find()) {
      Matcher option = OPTION.matcher(clause.group(1));
      while (option.find()) {
        String quoted = option.group(2);
        options.add(
            option.group(1) + "=" + (quoted == null ? option.group(3) : quoted.replace("''", "'")));
      }
    }
    return options;
  }

  /** Its definition without storage parameters. */
  public String definitionWithoutOptions() {
    return OPTIONS.matcher(definition).replaceFirst("");
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
