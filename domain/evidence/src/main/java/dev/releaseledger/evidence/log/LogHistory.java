package dev.releaseledger.evidence.log;

import dev.releaseledger.evidence.key.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which keys sign a log, by what the log itself says of them.
 *
 * @param changes everything that happened to it, in the order of the log
 */
public record LogHistory(List<LogChange> changes) {

  /** Keeps a copy. */
  public LogHistory {
    changes = List.copyOf(changes);
  }

  /**
   * A key and the sizes of the checkpoints that it signs.
   *
   * @param from the smallest
   * @param to the largest, where it is retired
   */
  public record Span(VerifierKey key, long from, Optional<Long> to) {

    /** Whether it signs checkpoints of this size. */
    public boolean covers(long size) {
      return size >= from && to.map(last -> size <= last).orElse(true);
    }

    /** The keys of those that sign checkpoints of this size, in their order. */
    public static List<VerifierKey> signing(List<Span> spans, long size) {
      return spans.stream().filter(span -> span.covers(size)).map(Span::key).toList();
    }
  }

  /** The key that signed first, where the log has changed its key since. */
  public Optional<VerifierKey> first() {
    return changes(LogChange.Rotated.class).map(LogChange.Rotated::previous).findFirst();
  }

  /**
   * Every key that ever signed, oldest first.
   *
   * @param otherwise the only one, where the log has never changed its key
   */
  public List<Span> spans(VerifierKey otherwise) {
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(first().orElse(otherwise), 0, Optional.empty()));
    for (LogChange change : changes) {
      switch (change) {
        case LogChange.Rotated it ->
            spans.add(new Span(it.key(), it.index() + 1, Optional.empty()));
        case LogChange.Retired it ->
            spans.replaceAll(span ->
                span.key().equals(it.retired())
                    ? new Span(span.key(), span.from(), Optional.of(it.index()))
                    : span);
        case LogChange.Frozen _ -> {
          // Whoever signed it last has signed all there is.
        }
        case LogChange.Continued _ -> {
          // The keys of another log sign nothing here.
        }
      }
    }
    return List.copyOf(spans);
  }

  /** How the log ended, where it has. */
  public Optional<LogChange.Frozen> frozen() {
    return changes(LogChange.Frozen.class).findFirst();
  }

  /** What the log goes on from, where it does. */
  public Optional<LogChange.Continued> continued() {
    return changes(LogChange.Continued.class).findFirst();
  }

  private <C extends LogChange> Stream<C> changes(Class<C> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast);
  }
}
