package dev.releaseledger.cli.acceptance;

import dev.releaseledger.cli.witness.WitnessProcess;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A witness and a repository that keep the checkpoints of a log whose key they have. */
record Keepers(Path place, String origin, WitnessProcess witness) {

  /** Starts them, with their files and the key of the log in a folder. */
  static Keepers of(String origin, Path place) throws IOException, GitAPIException {
    Ed25519Secret secret = Ed25519Secret.generate(new SecureRandom());
    SignerKey key = new SignerKey(origin, KeyType.ED25519, secret);
    Files.writeString(place.resolve("log.pem"), secret.pem());
    Files.writeString(place.resolve("logs"), "log " + key.verifier().text() + "\nquorum none\n");
    WitnessProcess witness = WitnessProcess.serve(0, place, "--name", "w1");
    Keepers keepers = new Keepers(place, origin, witness);
    Git.init().setBare(true).setGitDir(keepers.repository().toFile()).call().close();
    return keepers;
  }

  Path repository() {
    return place.resolve("audit.git");
  }

  /** Starts the service whose log it is, with a further line of places and further settings. */
  LedgerUnderTest ledger(String others, Map<String, String> further) throws IOException {
    Files.writeString(
        place.resolve("anchors.txt"),
        "git audit %s main\n%switness w1 %s %s\nrequired 2\n"
            .formatted(repository().toUri(), others, witness.key().text(), witness.url()));
    Map<String, String> settings = new HashMap<>(further);
    settings.put("ledger.limits.calls", "0");
    settings.put("ledger.evidence.origin", origin);
    settings.put("ledger.evidence.log-key-file", place.resolve("log.pem").toString());
    settings.put("ledger.evidence.seal", "100ms");
    settings.put("ledger.anchors.file", place.resolve("anchors.txt").toString());
    settings.put("ledger.anchors.look", "100ms");
    return LedgerUnderTest.with(settings);
  }
}
