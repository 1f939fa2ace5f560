package dev.releaseledger.app.evidence.report.field;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.given.ReleaseMove;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.ChangeRecord.Recorded;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers as they come together, each with the events that say so. */
final class Answers {

  private final CaseFile file;
  private final Cited cited;
  private final List<Answer> answers = new ArrayList<>();

  Answers(CaseFile file) {
    this.file = file;
    this.cited = new Cited(file);
  }

  Cited cited() {
    return cited;
  }

  Optional<ChangeRecord> change() {
    return Optional.ofNullable(file.change());
  }

  Optional<SchemaRelease> said() {
    return Optional.ofNullable(file.said());
  }

  Optional<ReleaseMove> move() {
    return Optional.ofNullable(file.move());
  }

  Answers put(String name, @Nullable Text value, List<Long> positions) {
    boolean nothing = value == null || value.isEmpty() || value.equals(Text.NOT_RECORDED);
    answers.add(
        new Answer(
            name,
            nothing ? Text.NOT_RECORDED : java.util.Objects.requireNonNull(value),
            nothing ? List.of() : positions));
    return this;
  }

  Answers put(String name, @Nullable Text value, @Nullable Recorded recorded) {
    return put(name, value, recorded == null ? List.of() : List.of(recorded.position()));
  }

  Answers words(String name, @Nullable String words, @Nullable Recorded recorded) {
    return put(name, Text.orNotRecorded(words), recorded);
  }

  Answers code(String name, @Nullable String code, @Nullable Recorded recorded) {
    return put(name, Text.codeOrNotRecorded(code), recorded);
  }

  Answers time(String name, @Nullable Instant at, @Nullable Recorded recorded) {
    return words(name, at == null ? null : Words.time(at), recorded);
  }

  /** Each of a list in a line, with the events of all of them. */
  <T> Answers each(
      String name, List<T> things, Function<T, Text> line, Function<T, Recorded> recorded) {
    return put(
        name,
        Text.lines(things.stream().map(line).toList()),
        things.stream().map(it -> recorded.apply(it).position()).distinct().toList());
  }

  /** What the ledger has no place for. */
  Answers never(String name) {
    return put(name, null, List.of());
  }

  List<Answer> all() {
    return answers;
  }
}
