package dev.releaseledger.domain.privacy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of an event that people, or a server about their data, have written: the event as it is
 * stored holds a salted digest of it, and the text is beside the ledger, where it can be erased.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface FreeText {

  /** What stands where a text was that has been erased. */
  String ERASED = "(erased)";

  /** What stands where a text is kept that is not the one that was recorded. */
  String ALTERED = "(altered after it was recorded)";
}
