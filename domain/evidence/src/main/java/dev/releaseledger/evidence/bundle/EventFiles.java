package dev.releaseledger.evidence.bundle;

/** Where the files of the events of a release are in the archive, by their number from 1. */
public record EventFiles(String leaf, String payload, String metadata, String proof) {

  /** Where the files of events are. */
  public static final String FOLDER = "events/";

  /** Where the proofs are. */
  public static final String PROOFS = "proofs/";

  /** What the name of a leaf ends with. */
  public static final String LEAF = ".leaf.json";

  /** The files of the event with this number. */
  public static EventFiles of(int number) {
    String name = String.format("%04d", number);
    return new EventFiles(
        FOLDER + name + LEAF,
        FOLDER + name + ".payload",
        FOLDER + name + ".metadata",
        PROOFS + name + ".tlog-proof");
  }
}
