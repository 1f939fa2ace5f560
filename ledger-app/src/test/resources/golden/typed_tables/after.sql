CREATE TYPE point2 AS (x int, y int, z int);
CREATE TABLE grows OF point2 (PRIMARY KEY (x), y WITH OPTIONS DEFAULT 0);
CREATE TABLE lets_go (x int, y int);
CREATE TABLE becomes OF point2;
CREATE TABLE comes OF point2 (z WITH OPTIONS NOT NULL);
