CREATE TABLE payments (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders (id),
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    paid_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE INDEX payments_by_order ON payments (order_id);
