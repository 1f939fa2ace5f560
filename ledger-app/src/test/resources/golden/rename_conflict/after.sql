CREATE TABLE t (
  b int -- ledger:renamed-from a
);
