package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.document.Choice;

/** How much a project minds that its schema is not as its standards say, from least to most. */
public enum Severity implements Choice {
  /** Not at all: nobody looks. */
  OFF,
  /** It is worth a line. */
  INFO,
  /** It should be otherwise. */
  WARNING,
  /** It must be otherwise: nothing is applied meanwhile. */
  ERROR
}
