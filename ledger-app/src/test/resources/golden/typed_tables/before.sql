CREATE TYPE point2 AS (x int, y int);
CREATE TABLE grows OF point2 (PRIMARY KEY (x), y WITH OPTIONS DEFAULT 0);
CREATE TABLE lets_go OF point2;
CREATE TABLE becomes (x int, y int);
