package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code -- ledger:renamed-from} names: either what it says before a colon, or what the
 * line begins that it stands on, or the first line of SQL below it.
 */
final class RenameNotes {

  private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final String PATH = NAME + "(?:\\." + NAME + ")*";
  private static final Pattern NOTE =
      Pattern.compile(
          "--\\s*ledger:renamed-from\\s+(?:(%s)\\s*:\\s*)?(%s|'(?:[^']|'')+')"
              .formatted(PATH, PATH));
  private static final Pattern MADE =
      Pattern.compile(
          ("(?is)CREATE\\s+(?:OR\\s+REPLACE\\s+)?"
                  + "(?:(?:UNLOGGED|UNIQUE|RECURSIVE|CONSTRAINT|MATERIALIZED|FOREIGN)\\s+)*"
                  + "(?:TABLE|VIEW|SEQUENCE|INDEX|TYPE|DOMAIN|FUNCTION|PROCEDURE|AGGREGATE|SCHEMA"
                  + "|TRIGGER|POLICY|RULE|STATISTICS|COLLATION|SERVER|PUBLICATION)"
                  + "\\s+(?:CONCURRENTLY\\s+)?(?:IF\\s+NOT\\s+EXISTS\\s+)?(%s)")
              .formatted(PATH));
  private static final Pattern PART_OF =
      Pattern.compile(
          "(?is)CREATE\\s.*?\\b(?:(?:TRIGGER|POLICY)\\b.*?\\sON|RULE\\b.*?\\sTO)\\s+(%s)"
              .formatted(PATH));
  private static final Pattern ADDED =
      Pattern.compile(
          ("(?is)ALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?(%1$s)\\s+"
                  + "ADD\\s+(?:CONSTRAINT\\s+|COLUMN\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?)?(%2$s)")
              .formatted(PATH, NAME));
  private static final Pattern ELEMENT =
      Pattern.compile("(?is)[(,\\s]*(?:CONSTRAINT\\s+)?(%s|'(?:[^']|'')*').*".formatted(NAME));

  private RenameNotes() {}

  /** A note: what it names, and from which line. */
  record Note(int line, String named, @Nullable String element, String former) {}

  /** The note in a comment, or null when it is another one or names nothing. */
  static @Nullable Note read(String text, SqlScript script, SqlStatement comment) {
    Matcher matcher = NOTE.matcher(comment.text().strip());
    if (!matcher.matches()) {
      return null;
    }
    String former = lastName(matcher.group(2));
    if (matcher.group(1) != null) {
      return new Note(comment.line(), matcher.group(1), null, former);
    }
    List<String> lines = text.lines().toList();
    int line = lineMeant(lines, comment);
    SqlStatement statement =
        script.statements().stream()
            .filter(it -> it.line() <= line)
            .reduce((first, second) -> second)
            .orElse(null);
    return statement == null || line > lines.size()
        ? null
        : named(statement, line, lines.get(line - 1), comment.line(), former);
  }

  /** The line of the comment if there is SQL before it, else the next one with SQL. */
  private static int lineMeant(List<String> lines, SqlStatement comment) {
    if (!lines.get(comment.line() - 1).strip().startsWith("--")) {
      return comment.line();
    }
    int line = comment.line() + 1;
    while (line <= lines.size() && lines.get(line - 1).strip().matches("|--.*")) {
      line++;
    }
    return line;
  }

  private static @Nullable Note named(
      SqlStatement statement, int line, String text, int noted, String former) {
    Matcher added = ADDED.matcher(statement.text());
    if (statement.line() == line && added.lookingAt()) {
      return new Note(noted, added.group(1), added.group(2), former);
    }
    Matcher made = MADE.matcher(statement.text());
    if (!made.lookingAt()) {
      return null;
    }
    if (statement.line() == line) {
      Matcher table = PART_OF.matcher(statement.text());
      return table.lookingAt()
          ? new Note(noted, table.group(1), made.group(1), former)
          : new Note(noted, made.group(1), null, former);
    }
    Matcher element = ELEMENT.matcher(text);
    return element.matches() ? new Note(noted, made.group(1), element.group(1), former) : null;
  }

  /** What a note means in the declared schema; null when it names nothing in it, or several. */
  static @Nullable Rename rename(Note note, Schema declared) {
    String element = note.element();
    if (element != null && element.startsWith("'")) {
      String label = element.substring(1, element.length() - 1).replace("''", "'");
      return find(declared, note.named()) instanceof EnumType type && type.labels().contains(label)
          ? new Rename(type.id(), label, note.former())
          : null;
    }
    if (element != null
        && find(declared, note.named()) instanceof CompositeType type
        && type.attributes().stream().map(Attribute::name).anyMatch(it -> same(it, element))) {
      return new Rename(type.id(), plain(element), note.former());
    }
    SchemaObject found =
        find(declared, element == null ? note.named() : note.named() + "." + element);
    return found == null ? null : new Rename(found.id(), null, note.former());
  }

  /** The one object of this name, in the schema public when it says none and several have one. */
  private static @Nullable SchemaObject find(Schema declared, String path) {
    List<SchemaObject> found = new ArrayList<>();
    for (SchemaObject object : declared.objects().values()) {
      if (ends(object.id(), path)) {
        found.add(object);
      }
    }
    if (found.size() > 1) {
      found.removeIf(it -> !ends(it.id(), "public." + path));
    }
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static boolean ends(ObjectId id, String path) {
    QualifiedName name = QualifiedName.of(id);
    QualifiedName wanted = QualifiedName.parse(path);
    if (id.kind() == ObjectKind.OWNERSHIP || !same(name.last(), wanted.last())) {
      return false;
    }
    return wanted.container().isEmpty()
        ? !name.container().contains(".") || depth(name) < 3
        : !name.container().isEmpty()
            && ends(new ObjectId(ObjectKind.TABLE, name.container()), wanted.container());
  }

  private static int depth(QualifiedName name) {
    return name.container().isEmpty() ? 1 : 1 + depth(QualifiedName.parse(name.container()));
  }

  private static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String name) {
    return name.startsWith("\"") ? QualifiedName.plain(name) : name.toLowerCase(Locale.ROOT);
  }

  private static String lastName(String path) {
    return path.startsWith("'")
        ? path.substring(1, path.length() - 1).replace("''", "'")
        : plain(QualifiedName.parse(path).last());
  }
}
