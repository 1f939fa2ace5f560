-- How far the building of a projection beside the live one has come. It goes on from here after an
-- interruption, unless the tables have since been migrated.
create table projection_rebuild (
  projection text primary key,
  state      text not null check (state in ('running', 'done', 'failed')),
  revision   text not null,
  position   bigint not null,
  target     bigint not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  failure    text
);

-- What came of comparing a projection with one that was built anew.
create table projection_verification (
  projection text primary key,
  state      text not null check (state in ('running', 'same', 'differs', 'failed')),
  position   bigint not null,
  row_count  bigint not null,
  missing    bigint not null,
  extra      bigint not null,
  samples    text not null,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  failure    text
);
