package dev.releaseledger.app.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How PostgreSQL, which refuses to run as root, is started by root all the same.
 *
 * @param prefix the words before the server's own command
 * @param owner the user the server's files have to belong to
 */
record PrivilegeDrop(List<String> prefix, long owner) {

  private static final long NOBODY = 65534;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Every way for root, the least demanding one first. */
  static final List<PrivilegeDrop> FOR_ROOT =
      List.of(
          // In a user namespace of its own root is nobody, yet still owns its files.
          new PrivilegeDrop(List.of("unshare", "-U"), 0),
          new PrivilegeDrop(
              List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), NOBODY),
          new PrivilegeDrop(List.of("runuser", "-u", "nobody", "--"), NOBODY),
          new PrivilegeDrop(
              List.of("su", "nobody", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--"), NOBODY));

  /** What this process needs and this machine allows. */
  static PrivilegeDrop choose() throws InterruptedException {
    long uid = Ownership.ownUid();
    if (uid != 0) {
      return new PrivilegeDrop(List.of(), uid);
    }
    for (PrivilegeDrop drop : FOR_ROOT) {
      if (drop.works()) {
        return drop;
      }
    }
    throw new EmbeddedPostgresException(
        "PostgreSQL does not run as root, and this machine has no way to start it as somebody else"
            + " (tried unshare, setpriv, runuser and su). Start the ledger as an ordinary user.");
  }

  /** Whether a program started this way is not root. */
  boolean works() throws InterruptedException {
    Command.Outcome outcome = Command.run(PATIENCE, command(List.of("id", "-u")));
    String uid = outcome.output().strip();
    return outcome.exitCode() == 0 && uid.matches("\\d+") && !uid.equals("0");
  }

  /** Whether files have to change hands because the server runs as somebody else. */
  boolean changesOwner() {
    return owner != Ownership.ownUid();
  }

  List<String> command(List<String> server) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(server);
    return List.copyOf(command);
  }
}
