package dev.releaseledger.cli.api;

/**
 * Something that a service told as it happened.
 *
 * @param id where it stands, to go on behind it; empty when it was not told
 * @param data what happened, empty when nothing did
 */
public record ServerEvent(String id, String data) {

  /** Hears what is told. */
  @FunctionalInterface
  public interface Listener {

    /** Hears one event; answers whether it wants to hear more. */
    boolean hear(ServerEvent event);
  }
}
