package dev.releaseledger.cli.login;

import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.render.AccessPage;
import dev.releaseledger.cli.session.ExitCode;
import dev.releaseledger.cli.session.LedgerCommand;
import dev.releaseledger.cli.session.Session;
import picocli.CommandLine.Command;

/** Forget the login to the service. */
@Command(name = "logout", description = "Forget the login to the service.")
public final class Logout extends LedgerCommand {
  @Override
  protected ExitCode run(Session session) {
    String server = session.settings().server();
    boolean was = session.settings().logins().isLoggedIn(server);
    session.settings().logins().forget(server);
    session
        .screen()
        .show(Json.object().put("server", server).put("wasLoggedIn", was), AccessPage::loggedOut);
    return ExitCode.DONE;
  }
}
