package dev.releaseledger.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.key.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every tree up to this size, against the definitions. */
class MerkleTreeTest {

  private static final int MAX = 300;
  private static final Naive NAIVE = Naive.ofSize(MAX);
  private static final LeafHashes LEAVES = leaves(MAX);

  static LeafHashes leaves(int size) {
    LeafHashes leaves = new LeafHashes();
    for (int i = 0; i < size; i++) {
      leaves.append(MerkleHash.leaf(Naive.content(i)));
    }
    return leaves;
  }

  @Test
  void the_root_is_that_of_the_definition() {
    Frontier frontier = new Frontier();
    for (int size = 0; size <= MAX; size++) {
      assertThat(frontier.root()).as("size %d", size).isEqualTo(NAIVE.root(size));
      assertThat(LEAVES.tree(size).root()).as("size %d", size).isEqualTo(NAIVE.root(size));
      assertThat(Frontier.of(size, LEAVES).root()).isEqualTo(NAIVE.root(size));
      frontier.append(MerkleHash.leaf(Naive.content(size)));
    }
  }

  @Test
  void a_frontier_goes_on_from_any_size() {
    for (int size = 0; size <= MAX; size++) {
      Frontier frontier = Frontier.of(size, LEAVES);
      for (int i = size; i < MAX; i++) {
        frontier.append(MerkleHash.leaf(Naive.content(i)));
      }
      assertThat(frontier.size()).isEqualTo(MAX);
      assertThat(frontier.root()).as("from %d", size).isEqualTo(NAIVE.root(MAX));
    }
  }

  @Test
  void every_inclusion_proof_is_that_of_the_definition_and_verifies() {
    int proofs = 0;
    for (int size = 1; size <= MAX; size++) {
      MerkleTree tree = LEAVES.tree(size);
      Sha256 root = NAIVE.root(size);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = tree.inclusion(index);
        assertThat(proof.path()).isEqualTo(NAIVE.path(index, size));
        assertThat(proof.verify(LEAVES.hash(0, index), root).passed()).isTrue();
        proofs++;
      }
    }
    assertThat(proofs).isEqualTo(45_150);
  }

  @Test
  void every_consistency_proof_is_that_of_the_definition_and_verifies() {
    int proofs = 0;
    for (int to = 1; to <= MAX; to++) {
      MerkleTree tree = LEAVES.tree(to);
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = tree.consistencyFrom(from);
        assertThat(proof.path()).isEqualTo(NAIVE.proof(from, to));
        assertThat(proof.verify(NAIVE.root(from), NAIVE.root(to)).passed()).isTrue();
        proofs++;
      }
    }
    assertThat(proofs).isEqualTo(45_150);
  }

  @Test
  void an_inclusion_proof_holds_for_no_other_index_or_size() {
    for (int size : new int[] {1, 2, 3, 7, 8, 9, 64, 100, 300}) {
      Sha256 root = NAIVE.root(size);
      for (int index = 0; index < size; index++) {
        List<Sha256> path = LEAVES.tree(size).inclusion(index).path();
        Sha256 leaf = LEAVES.hash(0, index);
        for (int other = -1; other <= size; other++) {
          boolean passed = new InclusionProof(other, size, path).verify(leaf, root).passed();
          assertThat(passed).as("%d as %d of %d", index, other, size).isEqualTo(other == index);
        }
        // An index and a size whose bits tell the same way are one claim to the arithmetic.
        assertThat(new InclusionProof(index, 2L * size + 1, path).verify(leaf, root).passed())
            .isFalse();
        assertThat(new InclusionProof(index, index, path).verify(leaf, root).passed()).isFalse();
      }
    }
  }

  @Test
  void an_inclusion_proof_with_a_bit_flipped_is_refused() {
    for (int size : new int[] {2, 3, 8, 100, 300}) {
      for (int index = 0; index < size; index += Math.max(1, size / 7)) {
        InclusionProof proof = LEAVES.tree(size).inclusion(index);
        Sha256 leaf = LEAVES.hash(0, index);
        Sha256 root = NAIVE.root(size);
        for (List<Sha256> path : Mutations.flips(proof.path())) {
          assertThat(new InclusionProof(index, size, path).verify(leaf, root).passed()).isFalse();
        }
        for (Sha256 other : Mutations.flips(leaf)) {
          assertThat(proof.verify(other, root).passed()).isFalse();
        }
        for (Sha256 other : Mutations.flips(root)) {
          assertThat(proof.verify(leaf, other).passed()).isFalse();
        }
      }
    }
  }

  @Test
  void an_inclusion_proof_with_hashes_more_fewer_or_in_another_order_is_refused() {
    int refused = 0;
    for (int size = 1; size <= 70; size++) {
      Sha256 root = NAIVE.root(size);
      for (int index = 0; index < size; index++) {
        Sha256 leaf = LEAVES.hash(0, index);
        for (List<Sha256> path : Mutations.lists(LEAVES.tree(size).inclusion(index).path(), root)) {
          assertThat(new InclusionProof(index, size, path).verify(leaf, root).passed())
              .as("%d of %d", index, size)
              .isFalse();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(40_000);
  }

  @Test
  void a_consistency_proof_with_a_bit_flipped_is_refused() {
    for (int to : new int[] {2, 3, 8, 100, 300}) {
      for (int from = 1; from <= to; from += Math.max(1, to / 7)) {
        ConsistencyProof proof = LEAVES.tree(to).consistencyFrom(from);
        Sha256 smaller = NAIVE.root(from);
        Sha256 larger = NAIVE.root(to);
        for (List<Sha256> path : Mutations.flips(proof.path())) {
          assertThat(new ConsistencyProof(from, to, path).verify(smaller, larger).passed())
              .isFalse();
        }
        for (Sha256 other : Mutations.flips(smaller)) {
          assertThat(proof.verify(other, larger).passed()).isFalse();
        }
        for (Sha256 other : Mutations.flips(larger)) {
          assertThat(proof.verify(smaller, other).passed()).isFalse();
        }
      }
    }
  }

  @Test
  void a_consistency_proof_with_hashes_more_fewer_or_in_another_order_is_refused() {
    int refused = 0;
    for (int to = 1; to <= 70; to++) {
      Sha256 larger = NAIVE.root(to);
      for (int from = 1; from <= to; from++) {
        Sha256 smaller = NAIVE.root(from);
        List<Sha256> path = LEAVES.tree(to).consistencyFrom(from).path();
        for (List<Sha256> other : Mutations.lists(path, larger)) {
          assertThat(new ConsistencyProof(from, to, other).verify(smaller, larger).passed())
              .as("%d to %d", from, to)
              .isFalse();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(40_000);
  }

  @Test
  void a_consistency_proof_holds_for_no_other_roots_or_sizes() {
    for (int to = 1; to <= 40; to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = LEAVES.tree(to).consistencyFrom(from);
        for (int other = 1; other <= 40; other++) {
          assertThat(proof.verify(NAIVE.root(other), NAIVE.root(to)).passed())
              .isEqualTo(other == from);
          assertThat(proof.verify(NAIVE.root(from), NAIVE.root(other)).passed())
              .isEqualTo(other == to);
        }
      }
    }
  }

  @Test
  void nothing_is_proved_from_the_empty_tree_or_backwards() {
    Sha256 root = NAIVE.root(5);

    assertThat(new ConsistencyProof(0, 5, List.of()).verify(MerkleHash.EMPTY, root).passed())
        .isFalse();
    assertThat(new ConsistencyProof(5, 4, List.of()).verify(root, root).passed()).isFalse();
    assertThat(new ConsistencyProof(-1, 5, List.of()).verify(root, root).passed()).isFalse();
    assertThatThrownBy(() -> LEAVES.tree(5).consistencyFrom(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LEAVES.tree(5).inclusion(5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_leaf_cannot_be_taken_for_the_node_above_two_leaves() {
    Sha256 left = LEAVES.hash(0, 0);
    Sha256 right = LEAVES.hash(0, 1);
    byte[] both = new byte[64];
    left.copyTo(both, 0);
    right.copyTo(both, 32);

    assertThat(MerkleHash.leaf(both)).isNotEqualTo(MerkleHash.node(left, right));
  }

  @Test
  void a_million_leaves_make_a_tree_whose_proofs_have_twenty_hashes() {
    int size = 1_000_000;
    LeafHashes leaves = new LeafHashes();
    Frontier frontier = new Frontier();
    List<Sha256> hashes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Sha256 leaf = MerkleHash.leaf(ByteBuffer.allocate(4).putInt(i).array());
      frontier.append(leaf);
      leaves.append(leaf);
      if (i % 100_000 == 7) {
        hashes.add(leaf);
      }
    }

    assertThat(leaves.tree().root()).isEqualTo(frontier.root());
    assertThat(hashes).hasSize(10);
    for (int i = 0; i < hashes.size(); i++) {
      InclusionProof proof = leaves.tree().inclusion(100_000L * i + 7);
      assertThat(proof.path()).hasSizeBetween(15, 20);
      assertThat(proof.verify(hashes.get(i), frontier.root()).passed()).isTrue();
    }
  }
}
