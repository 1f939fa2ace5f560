package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.attestation.release.LogRange;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.log.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceCheckTest {

  private static final LogRange SAID = SampleCourse.said().log();
  private static final List<Entry> ENTRIES = SampleCourse.entries();

  @Test
  void the_events_of_the_sample_are_in_order() {
    assertThat(sequence("rol_1", SAID, ENTRIES).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void the_proposal_of_another_rollout_is_none() {
    assertThat(sequence("rol_2", SAID, ENTRIES).detail())
        .isEqualTo("the proposal of the plan is not there");
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 0", "0, 1, 0", "0, 0, 1"})
  void another_range_than_that_of_the_statement_is_noticed(int first, int last, int count) {
    LogRange other =
        new LogRange(
            SAID.origin(),
            SAID.size(),
            SAID.root(),
            SAID.firstIndex() - first,
            SAID.lastIndex() + last,
            SAID.eventCount() + count);
    assertThat(sequence("rol_1", other, ENTRIES).detail())
        .isEqualTo("the statement says another number of events, or other places");
  }

  @Test
  void events_out_of_the_order_of_the_log_are_noticed() {
    List<Entry> entries = new ArrayList<>(ENTRIES);
    Collections.swap(entries, 1, 2);
    assertThat(order(entries).detail()).isEqualTo("the events are not in the order of the log");
    assertThat(order(List.of(ENTRIES.getFirst(), ENTRIES.getFirst())).detail())
        .isEqualTo("the events are not in the order of the log");
  }

  @Test
  void one_event_at_two_places_is_noticed() {
    Leaf leaf = ENTRIES.getFirst().leaf();
    Entry again = moved(ENTRIES.getFirst(), leaf.id(), leaf.position() + 1, leaf.sequence() + 1);
    assertThat(order(List.of(ENTRIES.getFirst(), again)).detail())
        .isEqualTo("an event is there twice");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -1"})
  void an_event_logged_before_an_earlier_one_is_noticed(int positions, int sequences) {
    Leaf leaf = ENTRIES.getFirst().leaf();
    Entry next =
        moved(
            ENTRIES.getFirst(), "other", leaf.position() + positions, leaf.sequence() + sequences);
    assertThat(order(List.of(ENTRIES.getFirst(), next)).detail())
        .endsWith("is logged before one that came earlier");
  }

  /** The event at the next place of the log, with another leaf. */
  private static Entry moved(Entry entry, String id, long position, long sequence) {
    Leaf old = entry.leaf();
    return new Entry(
        entry.index() + 1,
        new Leaf(
            old.kind(),
            position,
            old.aggregate(),
            old.aggregateId(),
            sequence,
            id,
            old.type(),
            old.version(),
            old.recordedAt(),
            old.payload(),
            old.metadata()),
        entry.payload());
  }

  private static Finding order(List<Entry> entries) {
    return SampleCourse.made(
        Check.SEQUENCE,
        () -> {
          SequenceCheck.inOrder(entries);
          return Passed.of("in order");
        });
  }

  private static Finding sequence(String rollout, LogRange said, List<Entry> entries) {
    return SampleCourse.made(Check.SEQUENCE, () -> new SequenceCheck(entries).of(rollout, said));
  }
}
