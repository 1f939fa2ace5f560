package dev.releaseledger.domain.risk;

import java.util.Locale;

/** Every rule that can notice something; each has a page of its slug's name. */
public enum Rule {
  ADD_CHECK,
  ADD_COLUMN_REWRITES,
  ADD_EXCLUSION,
  ADD_FOREIGN_KEY,
  ADD_REQUIRED_COLUMN,
  ADD_UNIQUE,
  BUILD_INDEX,
  CHANGE_TYPE_REWRITES,
  DECLARED_CONVERSION,
  DEPENDENCY_CYCLE,
  DROP_COLUMN,
  DROP_CONSTRAINT,
  DROP_EXTENSION,
  DROP_INDEX,
  DROP_MATERIALIZED_VIEW,
  DROP_ROUTINE,
  DROP_SCHEMA,
  DROP_SEQUENCE,
  DROP_TABLE,
  DROP_TRIGGER,
  DROP_TYPE,
  DROP_VIEW,
  ENUM_LABEL_ADDED,
  ENUM_LABELS_LOST,
  IDENTITY_RESTARTS,
  IN_USE,
  NARROW_TYPE,
  NEEDS_CONVERSION,
  REBUILD_COLUMN,
  REBUILD_LOSES_GRANTS,
  REBUILD_MATERIALIZED_VIEW,
  REPLACE_COLUMN,
  SET_NOT_NULL,
  TIGHTEN_DOMAIN,
  UNREAD_OBJECT,
  UPDATE_EXTENSION,
  VALIDATE_CONSTRAINT;

  /** The name findings carry and the rule's page bears, such as {@code set-not-null}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
