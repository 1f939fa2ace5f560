CREATE TABLE p (id int, n int, note text) PARTITION BY RANGE (id, abs(n));
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0, 0) TO (9, 9);
