CREATE VIEW unpaid_orders AS
SELECT o.id, o.customer_id, o.total
FROM orders o
WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id);
