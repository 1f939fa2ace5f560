CREATE TABLE customer (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text UNIQUE,
  born date CHECK (born > '1900-01-01')
);
CREATE TABLE "Order" (
  nr bigserial PRIMARY KEY,
  customer_id int REFERENCES customer
);
CREATE INDEX ON "Order" (customer_id);
CREATE VIEW adults AS SELECT name FROM customer WHERE born < '2000-01-01';
