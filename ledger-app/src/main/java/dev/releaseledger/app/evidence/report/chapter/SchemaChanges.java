package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.SchemaDiff;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.domain.diff.AspectChange;
import dev.releaseledger.domain.diff.Aspects;
import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs between the schema before and the schema after. */
final class SchemaChanges {

  private static final List<Column> COLUMNS =
      List.of(new Column("Object", 36), new Column("Change", 12), new Column("What", 52));

  private SchemaChanges() {}

  static void write(List<SchemaDiff> diffs, Section.Draft draft) {
    if (diffs.isEmpty()) {
      draft.subheading("Schema, before and after");
      draft.paragraph(
          Text.NOT_RECORDED.and(
              ": the schemas before and after are not both known, so they are not compared here."));
    }
    for (SchemaDiff diff : diffs) {
      draft.subheading("Schema of " + diff.connection() + ", before and after");
      if (diff.diff().isEmpty()) {
        draft.paragraph("The two schemas are the same.");
      }
      draft.table(
          "What changed in the schema of " + diff.connection(),
          COLUMNS,
          diff.diff().changes().stream().map(SchemaChanges::row).toList());
    }
  }

  private static List<Text> row(Change change) {
    return switch (change) {
      case Change.Added(SchemaObject object) ->
          List.of(Text.of(object.id().label()), Text.of("added"), aspects(null, object));
      case Change.Removed(SchemaObject object) ->
          List.of(Text.of(object.id().label()), Text.strong("removed"), aspects(object, null));
      case Change.Altered(SchemaObject before, SchemaObject after) ->
          List.of(Text.of(after.id().label()), Text.of("altered"), aspects(before, after));
    };
  }

  private static Text aspects(@Nullable SchemaObject before, @Nullable SchemaObject after) {
    Text all =
        Text.lines(
            Aspects.between(before, after).stream()
                .map(aspect -> aspect(aspect, before != null && after != null))
                .toList());
    return all.equals(Text.NOT_RECORDED) ? Text.NOTHING : all;
  }

  private static Text aspect(AspectChange aspect, boolean both) {
    String was = aspect.before();
    String is = aspect.after();
    if (both) {
      return Text.of(aspect.aspect() + ": from ").and(value(was)).and(" to ").and(value(is));
    }
    return Text.of(aspect.aspect() + ": ").and(value(is == null ? was : is));
  }

  private static Text value(@Nullable String value) {
    return value == null || value.isBlank() ? Text.of("none") : Text.code(value);
  }
}
