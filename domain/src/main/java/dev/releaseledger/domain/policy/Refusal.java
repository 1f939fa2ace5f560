package dev.releaseledger.domain.policy;

import java.util.Map;

/**
 * A no, as a value: what was refused and why, what to do about it, and which page explains it.
 *
 * <p>The page of a refusal is {@code docs/problems/<slug>.md}.
 */
public interface Refusal {

  /** The name of the reason, in kebab case; stable, scripts depend on it. */
  String slug();

  /** What kind of no this is; clients turn it into a status or an exit code. */
  Category category();

  /** What happened and why, in one or two sentences, without secrets. */
  String detail();

  /** What the caller can do now. */
  String remedy();

  /** Further members of the problem document, such as the operations that need force. */
  default Map<String, Object> extras() {
    return Map.of();
  }

  /** The kinds of no. */
  enum Category {
    INVALID,
    NOT_FOUND,
    FORBIDDEN,
    REFUSED,
    WAITING,
    STALE,
    DRIFT,
    UNREACHABLE;

    /** The word used on the wire. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
