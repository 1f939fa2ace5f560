package dev.releaseledger.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

  private static final int SIZE = 70_000;
  private static final LeafHashes LEAVES = MerkleTreeTest.leaves(SIZE);

  @Test
  void a_tree_of_70000_has_the_tiles_that_the_specification_counts() {
    TileEdge edge = new TileEdge();
    append(edge, SIZE);
    List<TileId> tiles = edge.takeNewTiles().stream().map(Tile::id).toList();

    assertThat(tiles.stream().filter(id -> id.level() == 0 && id.isFull())).hasSize(273);
    assertThat(tiles)
        .contains(new TileId(0, 273, 112), new TileId(1, 0, 256))
        .contains(new TileId(1, 1, 17), new TileId(2, 0, 1))
        .hasSize(273 + 4);
  }

  @Test
  void a_tree_of_256_has_a_full_tile_and_one_of_width_1_above() {
    TileEdge edge = new TileEdge();
    append(edge, 256);

    assertThat(edge.takeNewTiles().stream().map(Tile::id))
        .containsExactly(new TileId(0, 0, 256), new TileId(1, 0, 1));
  }

  @Test
  void tiles_written_piece_by_piece_make_the_same_tree_at_each_size() {
    long seed = 256;
    Random random = new Random(seed);
    Map<TileId, Tile> stored = new HashMap<>();
    TileEdge edge = new TileEdge();
    int size = 0;
    while (size < SIZE) {
      size = Math.min(SIZE, size + 1 + random.nextInt(random.nextBoolean() ? 3 : 1500));
      if (random.nextInt(4) == 0) {
        edge = TileEdge.of(edge.size(), from(stored));
      }
      append(edge, size);
      for (Tile tile : edge.takeNewTiles()) {
        assertThat(stored.put(tile.id(), tile)).as("%s, seed %d", tile.id(), seed).isNull();
      }
      Sha256 root = LEAVES.tree(size).root();
      assertThat(edge.root()).as("size %d, seed %d", size, seed).isEqualTo(root);
      MerkleTree tree = TileHashes.tree(size, from(stored));
      assertThat(tree.root()).isEqualTo(root);
      int index = random.nextInt(size);
      assertThat(tree.inclusion(index)).isEqualTo(LEAVES.tree(size).inclusion(index));
      int from = 1 + random.nextInt(size);
      assertThat(tree.consistencyFrom(from)).isEqualTo(LEAVES.tree(size).consistencyFrom(from));
    }
    assertThat(edge.takeNewTiles()).as("nothing new").isEmpty();
  }

  @Test
  void every_size_up_to_600_can_be_gone_on_from() {
    Map<TileId, Tile> stored = new HashMap<>();
    for (int size = 0; size < 600; size++) {
      TileEdge edge = TileEdge.of(size, from(stored));
      assertThat(edge.root()).isEqualTo(LEAVES.tree(size).root());
      edge.append(LEAVES.hash(0, size));
      edge.takeNewTiles().forEach(tile -> stored.put(tile.id(), tile));
    }
  }

  @Test
  void sizes_around_the_edges_of_levels_can_be_gone_on_from() {
    Map<TileId, Tile> stored = new HashMap<>();
    TileEdge edge = new TileEdge();
    for (int size :
        new int[] {255, 256, 257, 511, 65_279, 65_280, 65_535, 65_536, 65_537, 65_792}) {
      append(edge, size);
      edge.takeNewTiles().forEach(tile -> stored.put(tile.id(), tile));
      Sha256 root = LEAVES.tree(size).root();
      assertThat(edge.root()).as("size %d", size).isEqualTo(root);
      assertThat(TileHashes.tree(size, from(stored)).root()).isEqualTo(root);
      edge = TileEdge.of(size, from(stored));
      assertThat(edge.root()).as("size %d, read again", size).isEqualTo(root);
    }
  }

  private static TileSource from(Map<TileId, Tile> stored) {
    return id -> Objects.requireNonNull(stored.get(id), id.path());
  }

  private static void append(TileEdge edge, int size) {
    for (long i = edge.size(); i < size; i++) {
      edge.append(LEAVES.hash(0, i));
    }
  }

  @Test
  void a_full_tile_does_where_a_partial_one_is_asked_for() {
    TileEdge edge = new TileEdge();
    append(edge, 300);
    Map<TileId, Tile> stored = new HashMap<>();
    edge.takeNewTiles().forEach(tile -> stored.put(tile.id(), tile));
    Tile full = from(stored).tile(new TileId(0, 0, 256));

    MerkleTree tree = TileHashes.tree(100, id -> full);

    assertThat(tree.root()).isEqualTo(LEAVES.tree(100).root());
  }

  @Test
  void another_tile_than_the_one_asked_for_is_refused() {
    TileEdge edge = new TileEdge();
    append(edge, 100);
    Tile tile = edge.takeNewTiles().getFirst();

    assertThatThrownBy(() -> TileHashes.tree(101, id -> tile).root()).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> TileHashes.tree(1000, id -> tile).root())
        .isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 7, 256, tile/0/007",
    "0, 1234067, 256, tile/0/x001/x234/067",
    "2, 1000, 5, tile/2/x001/000.p/5",
    "63, 999, 255, tile/63/999.p/255"
  })
  void a_tile_has_one_path(int level, long index, int width, String path) {
    TileId id = new TileId(level, index, width);

    assertThat(id.path()).isEqualTo(path);
    assertThat(TileId.parse(path).orThrow()).isEqualTo(id);
  }

  @Test
  void entries_are_beside_their_tile() {
    assertThat(new TileId(0, 1234067, 8).entriesPath()).isEqualTo("tile/entries/x001/x234/067.p/8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0/0",
        "tile/00/000",
        "tile/64/000",
        "tile/0/1000",
        "tile/0/x000/001",
        "tile/0/x001",
        "tile/0/001/002",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/01",
        "tile/0/000.p/",
        "tile/-1/000",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/../000",
        "tile/0/x999/x999/x999/x999/x999/x999/999",
        "tile/0/\u0661\u0661\u0661"
      })
  void any_other_path_is_refused(String path) {
    assertThat(TileId.parse(path)).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_tile_is_read_as_it_was_written() {
    TileEdge edge = new TileEdge();
    append(edge, 5);
    Tile tile = edge.takeNewTiles().getFirst();

    assertThat(Tile.parse(tile.id(), tile.bytes()).orThrow()).isEqualTo(tile);
    assertThat(Tile.parse(tile.id(), new byte[159])).isInstanceOf(Read.Bad.class);
    assertThat(Tile.parse(tile.id(), new byte[192])).isInstanceOf(Read.Bad.class);
  }
}
