package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.postgres.Rehearsal.Rehearsed;
import dev.releaseledger.domain.plan.Neighbourhood;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rehearsal of a part of the schema says what one of all of it says. */
class NeighbourhoodTest {

  private static final String SCHEMA =
      """
      CREATE SCHEMA far;
      CREATE TYPE mood AS ENUM ('a', 'b');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE FUNCTION double(i int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT i * 2';
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TABLE people (id serial PRIMARY KEY, name text NOT NULL, m mood, age positive);
      CREATE TABLE places (id int PRIMARY KEY, lat numeric, lon numeric);
      CREATE TABLE visits (person int REFERENCES people, place int REFERENCES places, at date);
      CREATE TABLE notes (id int PRIMARY KEY, by int REFERENCES people, text text);
      CREATE TABLE far.alone (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, j json);
      CREATE TABLE far.counted (n int CHECK (double(n) > 2));
      CREATE INDEX far_counted ON far.counted (double(n));
      CREATE VIEW names AS SELECT id, name FROM people;
      CREATE VIEW visitors AS SELECT n.name, v.at FROM names n JOIN visits v ON v.person = n.id;
      CREATE MATERIALIZED VIEW far.totals AS SELECT place, count(*) FROM visits GROUP BY place;
      CREATE INDEX ON far.totals (place);
      CREATE TRIGGER touched BEFORE UPDATE ON notes FOR EACH ROW EXECUTE FUNCTION touch();
      COMMENT ON TABLE places IS 'where';
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE people ADD COLUMN born date",
        "ALTER TABLE notes ALTER COLUMN id TYPE bigint, ALTER COLUMN by TYPE bigint",
        "DROP VIEW visitors; ALTER TABLE visits ALTER COLUMN at TYPE timestamp;"
            + "CREATE VIEW visitors AS"
            + " SELECT n.name, v.at FROM names n JOIN visits v ON v.person = n.id",
        "ALTER TYPE mood ADD VALUE 'c'",
        "ALTER DOMAIN positive SET NOT NULL",
        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'begin end'",
        "CREATE INDEX ON places (lat)",
        "ALTER TABLE notes ADD COLUMN place int REFERENCES places",
        "DROP TABLE far.alone",
        "DROP TABLE notes",
        "DROP MATERIALIZED VIEW far.totals",
        "CREATE TABLE fresh (p int REFERENCES people, m mood DEFAULT 'a')",
        "COMMENT ON SCHEMA far IS 'away'",
        "CREATE VIEW more AS SELECT * FROM visitors",
        "DROP TABLE far.counted; DROP FUNCTION double(int)",
        "ALTER TABLE places DROP COLUMN lon; COMMENT ON TABLE places IS NULL"
      })
  void says_what_the_whole_says(String change) throws SQLException {
    Schema base = schema(SCHEMA);
    Schema target = schema(SCHEMA + change);
    SchemaPlan plan = Planning.plan(base, target, PlanSettings.defaults());
    assertThat(Neighbourhood.of(base, target).base().objects())
        .hasSizeLessThan(base.objects().size());

    Scratch part = Databases.scratch();
    RehearsalReport near = report(Rehearsal.near(part, base, plan, target));
    Databases.drop(part);
    Scratch all = Databases.scratch();
    RehearsalReport whole = report(Rehearsal.whole(all, base, plan, target));
    Databases.drop(all);

    assertThat(near.afterStage()).isEqualTo(whole.afterStage()).endsWith(target.fingerprint());
    assertThat(near.findings()).isEqualTo(whole.findings()).isEmpty();
    assertThat(timeless(near)).isEqualTo(timeless(whole));
  }

  private static List<MeasuredStep> timeless(RehearsalReport report) {
    return report.steps().stream()
        .map(it ->
            new MeasuredStep(it.number(), 0, it.locks(), it.rewrites(), it.scans(), it.undo()))
        .toList();
  }

  private static RehearsalReport report(Rehearsal rehearsal) {
    assertThat(rehearsal).isInstanceOf(Rehearsed.class);
    return ((Rehearsed) rehearsal).report();
  }

  private static Schema schema(String sql) throws SQLException {
    Connection database = Databases.with(sql + ";");
    Schema schema = CatalogReader.read(database);
    Databases.drop(database);
    return schema;
  }
}
