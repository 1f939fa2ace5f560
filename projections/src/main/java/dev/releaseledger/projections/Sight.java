package dev.releaseledger.projections;

import java.util.Collection;
import java.util.TreeSet;

/**
 * How far a reader sees.
 *
 * @param everything whether nothing is hidden
 * @param places otherwise, what is not: {@code shop} and {@code shop/dev}
 */
public record Sight(boolean everything, Collection<String> places) {

  /** Nothing is hidden. */
  public static final Sight ALL = new Sight(true, new TreeSet<>());

  public Sight {
    places = new TreeSet<>(places);
  }

  /** The places in one text; no name has a comma. */
  public String list() {
    return String.join(",", places);
  }

  /** Whether an environment is in sight. */
  public boolean shows(String project, String environment) {
    return everything || places.contains(project + "/" + environment);
  }
}
