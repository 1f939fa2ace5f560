package dev.releaseledger.app.access;

import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** On the first start makes the admin's token and leaves it where the local CLI finds it. */
@Component
class FirstAdmin implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

  private final AccessTokens tokens;
  private final Path file;

  FirstAdmin(AccessTokens tokens, LedgerSettings settings) {
    this.tokens = tokens;
    this.file = settings.data().resolve("admin.token");
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (tokens.someoneHoldsOne()) {
      return;
    }
    AccessTokens.Issued issued = tokens.issue("admin", Role.ADMIN);
    try {
      leave(issued.secret());
    } catch (IOException e) {
      // A token that nobody can read would keep the next start from making another.
      tokens.revoke(issued.id(), "it could not be left in the data folder", issued.actor());
      throw e;
    }
    LOG.info("The admin's token is in {}", file);
  }

  private void leave(String secret) throws IOException {
    Files.createDirectories(file.getParent());
    PrivateFile.write(file, secret + "\n");
  }
}
