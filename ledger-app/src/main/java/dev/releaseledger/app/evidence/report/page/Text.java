package dev.releaseledger.app.evidence.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a report, or a few that belong together. */
public record Text(List<Span> spans) {

  /** What a field has that the ledger knows nothing of. */
  public static final Text NOT_RECORDED = new Text(List.of(new Span.Absent("not recorded")));

  /** What is in the place of words that were erased; the event keeps a commitment to them. */
  public static final Text ERASED = new Text(List.of(new Span.Absent("erased")));

  /** Nothing at all. */
  public static final Text NOTHING = new Text(List.of());

  /** Keeps a copy. */
  public Text {
    spans = List.copyOf(spans);
  }

  /** Words. */
  public static Text of(String words) {
    return new Text(List.of(new Span.Words(words)));
  }

  /** Words that matter. */
  public static Text strong(String words) {
    return new Text(List.of(new Span.Strong(words)));
  }

  /** A name, a digest, a statement. */
  public static Text code(String code) {
    return new Text(List.of(new Span.Code(code)));
  }

  /** Words, or that they were not recorded. */
  public static Text orNotRecorded(@Nullable String words) {
    return words == null || words.isBlank() ? NOT_RECORDED : of(words);
  }

  /** Words that somebody had to write: where they are not there any more, they were erased. */
  public static Text orErased(@Nullable String words) {
    return words == null ? ERASED : of(words);
  }

  /** Code, or that it was not recorded. */
  public static Text codeOrNotRecorded(@Nullable String code) {
    return code == null || code.isBlank() ? NOT_RECORDED : code(code);
  }

  /** Each in a line of its own, or that nothing was recorded. */
  public static Text lines(List<Text> lines) {
    List<Span> spans = new ArrayList<>();
    for (Text line : lines) {
      if (!line.spans.isEmpty()) {
        if (!spans.isEmpty()) {
          spans.add(new Span.NextLine());
        }
        spans.addAll(line.spans);
      }
    }
    return spans.isEmpty() ? NOT_RECORDED : new Text(spans);
  }

  /** All of them, with this between two. */
  public static Text joined(String between, List<Text> parts) {
    Text all = NOTHING;
    for (Text part : parts) {
      all = all.spans.isEmpty() ? part : all.and(between).and(part);
    }
    return all;
  }

  /** This and then words. */
  public Text and(String words) {
    return and(of(words));
  }

  /** This and then that. */
  public Text and(Text more) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Text(all);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The words alone, in one line. */
  public String plain() {
    StringBuilder out = new StringBuilder();
    for (Span span : spans) {
      out.append(
          switch (span) {
            case Span.Words(String words) -> words;
            case Span.Strong(String words) -> words;
            case Span.Code(String code) -> code;
            case Span.Absent(String words) -> words;
            case Span.NextLine() -> "; ";
          });
    }
    return out.toString().strip();
  }
}
