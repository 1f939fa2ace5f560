package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.Places;
import dev.releaseledger.evidence.bundle.Population;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.log.KeyExchange;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LeafKind;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the log changes its keys, begins and ends as its own leaves say. What they say of keys
 * adds nothing to whom the trust file believes; it can only take from it.
 */
record KeysCheck(Content content, TrustFile trust, Leaves leaves, Checkpoint to) {

  Passed<LogHistory> of(Population population) {
    demandKinds();
    List<LogChange> changes =
        population.within().stream()
            .filter(entry -> LogChange.NAMES.contains(entry.name()))
            .map(KeysCheck::change)
            .toList();
    changes.forEach(this::look);
    ownKeys().forEach(key -> demandIntroduced(key, changes));
    notes().forEach(note -> demandSigned(note, changes));
    return new Passed<>(new LogHistory(changes), said(changes));
  }

  private static LogChange change(Entry entry) {
    return LogChange.of(entry.index(), entry.name(), entry.payload());
  }

  /** The kind of a leaf, by which others find changes of the log, and the event say the same. */
  private void demandKinds() {
    for (long index = leaves.first(); index < to.size(); index++) {
      Optional<Leaf> leaf = leaves.at(index);
      LeafKind kind = leaf.map(Leaf::kind).orElse(LeafKind.STATEMENT);
      String type = leaf.map(Leaf::type).orElse("");
      Stop.unless(
          (kind == LeafKind.KEY_ROTATION) == type.equals(LogChange.Rotated.NAME)
              && (kind == LeafKind.FREEZE) == type.equals(LogChange.Frozen.NAME),
          "the leaf at " + index + " is of another kind than its event");
    }
  }

  private void look(LogChange change) {
    switch (change) {
      case LogChange.Rotated it -> {
        demandOwn(it.index(), it.origin());
        KeyExchange.require(it);
      }
      case LogChange.Retired it -> demandOwn(it.index(), it.origin());
      case LogChange.Frozen it -> {
        demandOwn(it.index(), it.origin());
        Stop.unless(
            to.size() == it.index() + 1, "the log goes on after it was frozen at " + it.index());
        Stop.unless(
            !leaves.reaches(it.size()) || leaves.rootAt(it.size()).equals(it.root()),
            "the log was frozen as another than it is, at " + it.index());
      }
      case LogChange.Continued it ->
          Stop.unless(
              it.index() == 0 && !it.origin().equals(to.origin()),
              "the log begins once more at " + it.index());
    }
  }

  private void demandOwn(long index, String origin) {
    Stop.unless(
        origin.equals(to.origin()), "what the event at " + index + " says is of another log");
  }

  private List<TrustedLog> ownKeys() {
    return trust.logs().stream().filter(log -> log.key().name().equals(to.origin())).toList();
  }

  /** Where the trust file says that a key begins or ends to sign, the log has to say so too. */
  private void demandIntroduced(TrustedLog trusted, List<LogChange> changes) {
    trusted
        .firstSize()
        .filter(size -> size > leaves.first() && size <= to.size())
        .ifPresent(size ->
            Stop.unless(
                changes.stream().anyMatch(begins(trusted.key(), size - 1)),
                "the log does not say that " + trusted.key().id() + " signs from " + size + " on"));
    trusted
        .lastSize()
        .filter(size -> size >= leaves.first() && size < to.size())
        .ifPresent(size ->
            Stop.unless(
                changes.stream().anyMatch(ends(trusted.key(), size)),
                "the log does not say that " + trusted.key().id() + " is retired at " + size));
  }

  private static Predicate<LogChange> begins(VerifierKey key, long index) {
    return change ->
        change instanceof LogChange.Rotated it && it.key().equals(key) && it.index() == index;
  }

  private static Predicate<LogChange> ends(VerifierKey key, long index) {
    return change ->
        change instanceof LogChange.Retired it && it.retired().equals(key) && it.index() == index;
  }

  private Stream<Note> notes() {
    return Stream.concat(
            Stream.of(content.get(Places.CHECKPOINT), content.get(PeriodFiles.FROM)),
            content.anchors().stream().map(Anchor::checkpoint))
        .map(bytes -> Note.parse(bytes).orThrow());
  }

  /** A checkpoint needs a trusted key of which the log does not say that it does not sign it. */
  private void demandSigned(Note note, List<LogChange> changes) {
    LogKeys.SignedCheckpoint signed = new LogKeys(trust).signed(note);
    long size = signed.checkpoint().size();
    boolean holds =
        size == 0
            || signed.by().stream()
                .map(TrustedLog::key)
                .anyMatch(key -> changes.stream().noneMatch(change -> denies(change, key, size)));
    Stop.unless(
        holds,
        "the checkpoint of size "
            + size
            + " is signed by keys alone that do not sign it, by what"
            + " the log says");
  }

  private static boolean denies(LogChange change, VerifierKey key, long size) {
    return switch (change) {
      case LogChange.Rotated it -> it.key().equals(key) && size <= it.index();
      case LogChange.Retired it -> it.retired().equals(key) && size > it.index();
      case LogChange.Frozen _ -> false;
      case LogChange.Continued _ -> false;
    };
  }

  private static String said(List<LogChange> changes) {
    return changes.isEmpty()
        ? "nothing happened to the log itself"
        : String.join(", ", changes.stream().map(KeysCheck::said).toList());
  }

  private static String said(LogChange change) {
    return switch (change) {
      case LogChange.Rotated it -> "key " + it.key().id() + " signs behind " + it.index();
      case LogChange.Retired it -> "key " + it.retired().id() + " is retired at " + it.index();
      case LogChange.Frozen it -> "the log is frozen at " + it.index();
      case LogChange.Continued it ->
          "the log goes on from " + Shown.of(it.origin()) + " of size " + it.size();
    };
  }
}
