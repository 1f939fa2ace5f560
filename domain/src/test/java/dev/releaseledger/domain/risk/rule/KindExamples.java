package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Example.ignored;
import static dev.releaseledger.domain.risk.rule.Example.noticed;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.defined;
import static dev.releaseledger.domain.risk.rule.Given.mood;
import static dev.releaseledger.domain.risk.rule.Given.partition;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.table;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.Create;
import dev.releaseledger.domain.plan.Operation.Drop;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects that are no tables, and types that are made anew under their columns. */
final class KindExamples {

  private static final Map<String, ObjectKind> DROPPED =
      Map.of(
          "drop-collation", ObjectKind.COLLATION,
          "drop-event-trigger", ObjectKind.EVENT_TRIGGER,
          "drop-foreign-data", ObjectKind.SERVER,
          "drop-language", ObjectKind.LANGUAGE,
          "drop-operator", ObjectKind.OPERATOR,
          "drop-publication", ObjectKind.PUBLICATION,
          "drop-statistics", ObjectKind.STATISTICS,
          "drop-text-search", ObjectKind.TEXT_SEARCH_DICTIONARY,
          "drop-routine", ObjectKind.AGGREGATE,
          "drop-type", ObjectKind.RANGE);

  private KindExamples() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    DROPPED.forEach((rule, kind) -> {
      SchemaObject gone = defined(kind, "public.x");
      examples.add(noticed(rule, new Drop(gone, false), shop(gone), shop(), "is removed"));
      examples.add(ignored(rule, new Drop(gone, true), shop(gone), shop(gone)));
    });
    examples.addAll(types());
    examples.addAll(partitions());
    return examples;
  }

  private static List<Example> partitions() {
    Table part = partition("public.part", "FOR VALUES IN (1)");
    Table rest = partition("public.rest", "DEFAULT");
    Operation attach = new Operation.Set(part, Setting.ATTACHMENT);
    Operation detach = new Operation.Set(part, Setting.DETACHMENT);
    Schema alone = shop(table(part.name()));
    return List.of(
        noticed("attach-partition", attach, alone, shop(part), "every row of public.part"),
        noticed("attach-partition", attach, shop(rest), shop(rest, part), "the default partition"),
        ignored("attach-partition", attach, shop(), shop(part)),
        noticed("detach-partition", detach, shop(part), alone, "no longer see its rows"),
        noticed(
            "detach-partition",
            new Operation.Set(part, Setting.CONCURRENT_DETACHMENT),
            shop(part),
            shop(),
            "the partition is locked"),
        ignored("detach-partition", detach, shop(part), shop(part)));
  }

  private static List<Example> types() {
    Schema base = shop(NOTE);
    Operation shrinks = convert(mood("sad", "happy"), mood("sad"));
    Operation grows = convert(mood("sad"), mood("sad", "happy"));
    Attribute note = new Attribute("note", "text", null, null);
    CompositeType pair = new CompositeType("public.pair", List.of(), null);
    Operation attribute = new Operation.DropAttribute(pair, note);
    Example replaced = noticed("replace-type", shrinks, base, base, "moves over to a new");
    Operation mapping = new Create(defined(ObjectKind.USER_MAPPING, "FOR a SERVER s"), false);
    return List.of(
        noticed("enum-labels-lost", shrinks, base, base, "cannot hold happy any more"),
        ignored("enum-labels-lost", grows, base, base),
        replaced,
        replaced.withoutRows(),
        noticed("drop-attribute", attribute, base, base, "loses note"),
        ignored("drop-attribute", shrinks, base, base),
        noticed("user-mapping-options", mapping, base, base, "credentials"),
        ignored("user-mapping-options", grows, base, base));
  }

  private static Operation convert(EnumType before, EnumType after) {
    return new Operation.ConvertColumn(NOTE, before, after, new TypeChange.Narrowing());
  }
}
