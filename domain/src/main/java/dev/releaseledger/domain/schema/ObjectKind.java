package dev.releaseledger.domain.schema;

/** The kinds of object a schema is made of. */
public enum ObjectKind {
  SCHEMA("schema"),
  EXTENSION("extension"),
  ENUM("enum"),
  DOMAIN("domain"),
  COMPOSITE("composite type"),
  SEQUENCE("sequence"),
  ROUTINE("routine"),
  TABLE("table"),
  COLUMN("column"),
  /** The default of a column, which depends on other things than the column itself does. */
  COLUMN_DEFAULT("column default"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  CONSTRAINT("constraint"),
  INDEX("index"),
  TRIGGER("trigger"),
  /** The tie of a sequence to the column that owns it. */
  OWNERSHIP("ownership of sequence");

  private final String label;

  ObjectKind(String label) {
    this.label = label;
  }

  /** The word for people. */
  public String label() {
    return label;
  }
}
