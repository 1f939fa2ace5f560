package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import java.util.List;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of a log at any time, whatever has happened to whoever seals it. */
final class SealedLog {

  private final TransparencyLog log;
  private final JdbcClient jdbc;

  SealedLog(TransparencyLog log, JdbcClient jdbc) {
    this.log = log;
    this.jdbc = jdbc;
  }

  /** Every leaf has its place without gaps, and everything that was signed is of one history. */
  void requireInvariants() {
    List<Entry> entries = log.entries(0, Long.MAX_VALUE);
    assertThat(entries.stream().map(Entry::index))
        .isEqualTo(LongStream.range(0, entries.size()).boxed().toList());
    assertThat(entries.stream().map(it -> it.event().position())).isSorted();
    LeafHashes hashes = new LeafHashes();
    entries.forEach(it -> hashes.append(MerkleHash.leaf(it.leaf())));
    List<Long> sizes =
        jdbc.sql("select size from ledger_checkpoint order by size").query(Long.class).list();
    long before = 0;
    for (long size : sizes) {
      SignedCheckpoint said = log.at(size).orElseThrow();
      assertThat(said.root()).isEqualTo(hashes.tree((int) size).root());
      assertThat(said.note().verify(List.of(log.verifierKey())).orThrow()).hasSize(1);
      assertThat(Checkpoint.parse(said.note().text()).orThrow())
          .isEqualTo(new Checkpoint(log.origin(), size, said.root()));
      if (before > 0) {
        assertThat(
                log.consistency(before, size)
                    .verify(log.at(before).orElseThrow().root(), said.root()))
            .isEqualTo(Verdict.holds());
      }
      before = size;
    }
  }

  /** Everything that is recorded is in what was signed last. */
  void requireComplete() {
    long events = jdbc.sql("select count(*) from ledger_event").query(Long.class).single();
    assertThat(log.latest().map(SignedCheckpoint::size).orElse(0L)).isEqualTo(events);
  }
}
