package dev.releaseledger.domain.drawing;

import java.util.List;

/**
 * A table in a picture.
 *
 * @param table its name, qualified and quoted as SQL needs it
 * @param partitions how many partitions it has, which are not drawn
 */
public record Entity(String table, List<Field> fields, int partitions) {

  public Entity {
    fields = List.copyOf(fields);
  }

  /**
   * A column in a picture.
   *
   * @param required whether it refuses NULL
   * @param unique whether it is unique by itself
   */
  public record Field(
      String name,
      String type,
      boolean required,
      boolean primary,
      boolean foreign,
      boolean unique) {

    /** Its marks: {@code PK}, {@code FK} and {@code UK}. */
    public List<String> marks() {
      return List.of(primary ? "PK" : "", foreign ? "FK" : "", unique && !primary ? "UK" : "")
          .stream()
          .filter(mark -> !mark.isEmpty())
          .toList();
    }
  }

  /** Its name as it is shown. */
  public String title() {
    return title(table);
  }

  /** The name of a table without the schema that goes without saying. */
  static String title(String table) {
    return table.startsWith("public.") ? table.substring("public.".length()) : table;
  }

  /** The place of a column, or the first one when it has none of that name. */
  public int place(String column) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(column)) {
        return i;
      }
    }
    return 0;
  }
}
