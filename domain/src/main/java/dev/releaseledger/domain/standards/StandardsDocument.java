package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.document.Section;
import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.standards.Standard.GrammaticalNumber;
import dev.releaseledger.domain.standards.Standard.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What came of reading a document with a project's standards. */
public sealed interface StandardsDocument {

  /** They are standards. */
  record Read(Standards standards) implements StandardsDocument {}

  /** They are none: every mistake there is, each with its path and what is allowed there. */
  record Mistaken(List<String> mistakes) implements StandardsDocument {
    public Mistaken {
      mistakes = List.copyOf(mistakes);
    }
  }

  /** Reads a document from the maps, lists and plain values that its text is made of. */
  static StandardsDocument of(@Nullable Object document) {
    List<String> mistakes = new ArrayList<>();
    Section whole = Section.of("", document, mistakes);
    Standards preset = whole.choice("preset", Preset.class, Preset.NONE).standards();
    Section section = whole.section("rules");
    SortedMap<String, Standard> rules = new TreeMap<>(preset.rules());
    for (StandardRule rule : StandardCatalog.all()) {
      if (section.has(rule.slug())) {
        rules.put(rule.slug(), standard(section, rule, preset.rules().get(rule.slug())));
      }
    }
    section.complete();
    Standards standards = new Standards(rules, whole.texts("exempt"));
    whole.complete();
    return mistakes.isEmpty() ? new Read(standards) : new Mistaken(mistakes);
  }

  private static Standard standard(Section rules, StandardRule rule, @Nullable Standard preset) {
    Standard usual = preset == null ? rule.usual() : preset;
    if (!rules.isGroup(rule.slug())) {
      Severity severity = rules.choice(rule.slug(), Severity.class, null);
      return new Standard(
          severity, usual.patterns(), usual.letters(), usual.number(), usual.exempt());
    }
    Section section = rules.section(rule.slug());
    Standard standard =
        new Standard(
            section.choice("severity", Severity.class, usual.severity()),
            rule instanceof NameRule names ? patterns(section, names, usual) : List.of(),
            rule instanceof NameRule
                ? section.choice("case", Letters.class, usual.letters())
                : usual.letters(),
            rule instanceof NameRule names && names.counts()
                ? section.choice("number", GrammaticalNumber.class, usual.number())
                : usual.number(),
            section.texts("exempt"));
    section.complete();
    return standard;
  }

  private static List<String> patterns(Section section, NameRule rule, Standard usual) {
    if (!section.has("pattern")) {
      return usual.patterns();
    }
    List<String> patterns = section.textOrTexts("pattern");
    for (String pattern : patterns) {
      List<String> unknown = NamePattern.unknown(pattern, rule.placeholders());
      if (!unknown.isEmpty()) {
        section.mistake(
            "pattern",
            "has no %s; there are: %s"
                .formatted(String.join(", ", unknown), String.join(", ", rule.placeholders())));
      }
    }
    return patterns;
  }
}
