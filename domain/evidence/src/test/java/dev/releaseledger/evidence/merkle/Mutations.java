package dev.releaseledger.evidence.merkle;

import dev.releaseledger.evidence.key.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What may happen to a proof on its way. */
final class Mutations {

  private Mutations() {}

  /** The hash with each of its bits flipped. */
  static List<Sha256> flips(Sha256 hash) {
    List<Sha256> flips = new ArrayList<>();
    for (int bit = 0; bit < 8 * Sha256.LENGTH; bit++) {
      byte[] bytes = hash.bytes();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      flips.add(Sha256.wrap(bytes));
    }
    return flips;
  }

  /** The path with each bit of each hash flipped. */
  static List<List<Sha256>> flips(List<Sha256> path) {
    List<List<Sha256>> all = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      for (Sha256 flipped : flips(path.get(i))) {
        List<Sha256> copy = new ArrayList<>(path);
        copy.set(i, flipped);
        all.add(copy);
      }
    }
    return all;
  }

  /** The path with a hash added, left out, exchanged with its neighbour, or all turned round. */
  static List<List<Sha256>> lists(List<Sha256> path, Sha256 root) {
    List<List<Sha256>> all = new ArrayList<>();
    for (int i = 0; i <= path.size(); i++) {
      for (Sha256 added : List.of(root, MerkleHash.EMPTY, Sha256.of(new byte[] {1}))) {
        List<Sha256> longer = new ArrayList<>(path);
        longer.add(i, added);
        all.add(longer);
      }
    }
    for (int i = 0; i < path.size(); i++) {
      List<Sha256> shorter = new ArrayList<>(path);
      shorter.remove(i);
      all.add(shorter);
      all.add(path.subList(0, i));
    }
    for (int i = 1; i < path.size(); i++) {
      List<Sha256> swapped = new ArrayList<>(path);
      Collections.swap(swapped, i - 1, i);
      all.add(swapped);
    }
    if (path.size() > 1) {
      all.add(path.reversed());
    }
    return all;
  }
}
