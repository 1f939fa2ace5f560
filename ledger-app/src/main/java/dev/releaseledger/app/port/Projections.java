package dev.releaseledger.app.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The projections as a whole: how far they are, and how they are built again. */
public interface Projections {

  /**
   * How a projection is doing.
   *
   * @param position the event it has reached
   * @param behind how many positions the ledger is ahead of it
   * @param rebuild its last rebuild, or null when there was none
   * @param verification how it was last compared with one built anew, or null
   */
  record Status(
      String name,
      long position,
      long behind,
      @Nullable Rebuild rebuild,
      @Nullable Verification verification) {}

  /**
   * Building it anew.
   *
   * @param state {@code running}, {@code done}, {@code failed} or {@code interrupted}
   * @param position the event it has come to
   * @param target the event it has to come to, as far as that was known last
   */
  record Rebuild(
      String state,
      long position,
      long target,
      Instant startedAt,
      Instant changedAt,
      @Nullable String failure) {}

  /**
   * Comparing it with one built anew.
   *
   * @param state {@code running}, {@code same}, {@code differs}, {@code failed} or {@code
   *     interrupted}
   * @param position the event at which both were compared
   * @param rows how many rows there should be
   * @param missing how many of them the live projection lacks
   * @param extra how many the live projection has that should not be there
   * @param samples some of those
   */
  record Verification(
      String state,
      long position,
      long rows,
      long missing,
      long extra,
      List<String> samples,
      Instant startedAt,
      Instant changedAt,
      @Nullable String failure) {
    public Verification {
      samples = List.copyOf(samples);
    }
  }

  /** Their names. */
  List<String> names();

  /** The names of those that have texts that people wrote. */
  List<String> withTexts();

  /** How each is doing. */
  List<Status> status();

  /** Waits until every projection has reached a position; false when the time ran out. */
  boolean await(long position, Duration patience);

  /** The position that a projection has reached; less than any event's where it has none. */
  long reached(String name);

  /**
   * Builds a projection from the first event on beside the live one, which then gives way. It goes
   * on where an earlier attempt was interrupted.
   */
  void rebuild(String name);

  /** Builds a projection from the first event on, and tells whether the live one is the same. */
  Verification verify(String name);

  /** Has these rebuilt, one after the other, and does not wait for it. */
  void startRebuilding(List<String> names);

  /** Has these verified, one after the other, and does not wait for it. */
  void startVerifying(List<String> names);
}
