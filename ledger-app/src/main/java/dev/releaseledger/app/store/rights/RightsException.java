package dev.releaseledger.app.store.rights;

/** The roles of the ledger's database are not as they have to be; an administrator has to act. */
public final class RightsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /** What is missing, and the statement that an administrator of the server runs. */
  RightsException(String problem, String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** The statement that an administrator of the server runs. */
  String remedy() {
    return remedy;
  }
}
