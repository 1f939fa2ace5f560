-- ledger:renamed-from customer
CREATE TABLE customers (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  full_name text UNIQUE, -- ledger:renamed-from name
  born date CHECK (born > '1900-01-01')
);
-- ledger:renamed-from public.orders: "Order"
CREATE TABLE orders (
  -- ledger:renamed-from nr
  number bigserial PRIMARY KEY,
  -- the one who pays
  -- ledger:renamed-from customer_id
  payer int NOT NULL REFERENCES customers
);
CREATE INDEX ON orders (payer);
CREATE VIEW adults AS SELECT full_name AS name FROM customers WHERE born < '2000-01-01';
