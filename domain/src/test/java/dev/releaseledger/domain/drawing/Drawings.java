package dev.releaseledger.domain.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Pictures drawn by lot. */
final class Drawings {

  private static final List<String> NAMES =
      List.of(
          "id",
          "\"a\"\"b\"",
          "\"<script>alert(1)</script>\"",
          "\"%%{init: {}}%%\"",
          "\"#quot;\"",
          "\"}\"",
          "\"\u0001\u000B\"",
          "\"日本語\"",
          "\"&amp;'\"",
          "pk",
          "one");

  private Drawings() {}

  static Diagram drawn(long seed) {
    Random random = new Random(seed);
    int tables = 1 + random.nextInt(25);
    List<Entity> entities = new ArrayList<>();
    for (int i = 0; i < tables; i++) {
      List<Entity.Field> fields = new ArrayList<>();
      int columns = random.nextInt(9);
      for (int j = 0; j < columns; j++) {
        fields.add(
            new Entity.Field(
                j + NAMES.get(random.nextInt(NAMES.size())),
                random.nextBoolean() ? "numeric(10,2)" : "timestamp with time zone",
                random.nextBoolean(),
                j == 0,
                random.nextBoolean(),
                random.nextBoolean()));
      }
      entities.add(
          new Entity(
              "public." + NAMES.get(random.nextInt(NAMES.size())) + i, fields, random.nextInt(3)));
    }
    List<Relation> relations = new ArrayList<>();
    int keys = random.nextInt(2 * tables);
    for (int i = 0; i < keys; i++) {
      Entity child = entities.get(random.nextInt(tables));
      Entity parent = entities.get(random.nextInt(tables));
      relations.add(
          new Relation(
              NAMES.get(random.nextInt(NAMES.size())),
              child.table(),
              column(child, random),
              parent.table(),
              column(parent, random),
              random.nextBoolean(),
              random.nextBoolean()));
    }
    return new Diagram(entities, relations);
  }

  private static String column(Entity entity, Random random) {
    return entity.fields().isEmpty()
        ? ""
        : entity.fields().get(random.nextInt(entity.fields().size())).name();
  }
}
