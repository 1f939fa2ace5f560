package dev.releaseledger.domain.schema;

import org.jspecify.annotations.Nullable;

/** The kinds of object a schema is made of. */
public enum ObjectKind {
  SCHEMA("schema"),
  EXTENSION("extension"),
  COLLATION("collation", "COLLATION"),
  ENUM("enum"),
  SHELL_TYPE("shell type", "TYPE"),
  BASE_TYPE("base type", "TYPE"),
  RANGE("range type", "TYPE"),
  DOMAIN("domain"),
  COMPOSITE("composite type"),
  SEQUENCE("sequence"),
  ROUTINE("routine"),
  AGGREGATE("aggregate", "AGGREGATE"),
  LANGUAGE("language", "LANGUAGE"),
  OPERATOR("operator", "OPERATOR"),
  ACCESS_METHOD("access method", "ACCESS METHOD"),
  OPERATOR_FAMILY("operator family", "OPERATOR FAMILY"),
  OPERATOR_CLASS("operator class", "OPERATOR CLASS"),
  CAST("cast", "CAST"),
  TRANSFORM("transform", "TRANSFORM"),
  CONVERSION("conversion", "CONVERSION"),
  TEXT_SEARCH_PARSER("text search parser", "TEXT SEARCH PARSER"),
  TEXT_SEARCH_TEMPLATE("text search template", "TEXT SEARCH TEMPLATE"),
  TEXT_SEARCH_DICTIONARY("text search dictionary", "TEXT SEARCH DICTIONARY"),
  TEXT_SEARCH_CONFIGURATION("text search configuration", "TEXT SEARCH CONFIGURATION"),
  FOREIGN_DATA_WRAPPER("foreign data wrapper", "FOREIGN DATA WRAPPER"),
  SERVER("foreign server", "SERVER"),
  USER_MAPPING("user mapping", "USER MAPPING"),
  TABLE("table"),
  COLUMN("column"),
  /** The default of a column, which depends on other things than the column itself does. */
  COLUMN_DEFAULT("column default"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  CONSTRAINT("constraint"),
  INDEX("index"),
  TRIGGER("trigger"),
  RULE("rule"),
  POLICY("policy"),
  /** The tie of a sequence to the column that owns it. */
  OWNERSHIP("ownership of sequence"),
  /** The index that tells logical replication which row is meant. */
  REPLICA_IDENTITY("replica identity of table"),
  /** The index by which a table is clustered. */
  CLUSTERING("clustering of"),
  /** The tie of a typed table to its type. */
  TYPING("typing of table"),
  /** The tie of a table to a table it inherits from. */
  INHERITANCE("inheritance of table"),
  /** The tie of a partition to its partitioned table. */
  ATTACHMENT("attachment of partition"),
  /** The tie of an index of a partition to the index of its partitioned table. */
  INDEX_ATTACHMENT("attachment of index"),
  STATISTICS("statistics object", "STATISTICS"),
  PUBLICATION("publication", "PUBLICATION"),
  /** A table's place in a publication; the publication's name stands before the table's. */
  PUBLICATION_TABLE("published table", "PUBLICATION"),
  /** A schema's place in a publication; the publication's name stands before the schema's. */
  PUBLICATION_SCHEMA("published schema", "PUBLICATION"),
  /** What one role may do with an object; after the rest, when default privileges do no harm. */
  PRIVILEGES("privileges on"),
  /** What roles may do with objects that come; it is no object itself, but what a grant is on. */
  DEFAULT_PRIVILEGES("default privileges"),
  /** Last, so that it does not fire while the rest is made. */
  EVENT_TRIGGER("event trigger", "EVENT TRIGGER");

  private final String label;
  private final @Nullable String keywords;

  ObjectKind(String label) {
    this(label, null);
  }

  ObjectKind(String label, @Nullable String keywords) {
    this.label = label;
    this.keywords = keywords;
  }

  /** The word for people. */
  public String label() {
    return label;
  }

  /** The words SQL has for an object that one definition makes, or null for other kinds. */
  public @Nullable String keywords() {
    return keywords;
  }
}
