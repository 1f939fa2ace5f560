-- The log over the leaves. The sealer alone writes here, after the events are committed; nothing is
-- ever changed.

-- The place of each leaf in the tree, without gaps.
create table ledger_sequence (
  leaf_index bigint primary key,
  position   bigint not null unique references ledger_leaf (position)
);

-- Hashes of the tree, up to 256 beside one another (C2SP tlog-tiles). The last tile of level 0 is
-- not kept while it is not full: its hashes are those of the last leaves.
create table ledger_tile (
  level  smallint not null,
  tile   bigint   not null,
  width  smallint not null,
  hashes bytea    not null,
  primary key (level, tile, width)
);

-- What the log has said of itself: one root for each size (C2SP tlog-checkpoint).
create table ledger_checkpoint (
  size      bigint primary key,
  root      bytea not null,
  note      text not null,
  signed_at timestamptz not null
);

-- Where a checkpoint is kept by somebody else, and what they gave for it.
create table ledger_anchor (
  anchor      bigint generated always as identity primary key,
  size        bigint not null references ledger_checkpoint (size),
  kind        text not null,
  place       text not null,
  receipt     bytea not null,
  anchored_at timestamptz not null
);
create index ledger_anchor_by_size on ledger_anchor (size);
