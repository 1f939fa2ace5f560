package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a witness. Its key and its state belong together: a key without its state would
 * cosign another history than it has cosigned before.
 */
record WitnessFolder(Path path) {

  private static final Set<PosixFilePermission> OF_OTHERS =
      Collections.unmodifiableSet(
          EnumSet.of(
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_WRITE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_WRITE));

  private static final String RESTORE =
      "Restore the folder from a backup that is not older than the last cosignature; else delete"
          + " it, so that the next start draws another key, and tell those who trusted this one.";

  /** Whether there is a witness, or what is left of one. */
  private boolean isInUse() {
    return Files.exists(keyFile()) || Files.exists(stateFile());
  }

  /** Makes the folder of a witness that is given a name; without one there has to be a witness. */
  void make(@Nullable String name) {
    if (!isInUse() && name == null) {
      throw unusable(
          "there is no witness in " + path,
          "Name it with --name, for instance witness.example.org/w1; it then draws its key.");
    }
    try {
      Files.createDirectories(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Draws a key under this name, if there is no witness yet. */
  void drawKeyIfNew(@Nullable String name) {
    if (Files.exists(keyFile()) || name == null) {
      return;
    }
    // A start that was interrupted has left a state without checkpoints, and no key.
    if (Files.exists(stateFile()) && !readState().cosigned().isEmpty()) {
      throw unusable(keyFile() + " is not there", RESTORE);
    }
    SignerKey key = drawn(name);
    try {
      writeState(WitnessState.none(key.verifier()));
      DurableFile.write(keyFile(), (key.secretText() + "\n").getBytes(UTF_8));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private LedgerProblem unwritable(IOException e) {
    return unusable(path + " cannot be written: " + e, "Make the folder writable.");
  }

  private static SignerKey drawn(String name) {
    try {
      return new SignerKey(name, KeyType.COSIGNATURE, Ed25519Secret.generate(new SecureRandom()));
    } catch (Malformed malformed) {
      throw unusable(
          "a witness cannot be called \"" + name + "\": " + malformed.reason(),
          "Use a name without spaces and without a plus, for instance witness.example.org/w1.");
    }
  }

  /** The key of the witness. */
  SignerKey readKey() {
    if (!Files.exists(keyFile())) {
      throw unusable(
          isInUse() ? keyFile() + " is not there" : "there is no witness in " + path, RESTORE);
    }
    try {
      requirePrivate();
      return switch (SignerKey.parse(Files.readString(keyFile()).strip())) {
        case Read.Bad<SignerKey>(String reason) ->
            throw unusable(keyFile() + " is damaged: " + reason, RESTORE);
        case Read.Good<SignerKey>(SignerKey key) when key.type() != KeyType.COSIGNATURE ->
            throw unusable(keyFile() + " has no key of a witness", RESTORE);
        case Read.Good<SignerKey>(SignerKey key) -> key;
      };
    } catch (IOException e) {
      throw unusable(keyFile() + " cannot be read: " + e, RESTORE);
    }
  }

  private void requirePrivate() throws IOException {
    if (!Collections.disjoint(Files.getPosixFilePermissions(keyFile()), OF_OTHERS)) {
      throw unusable(
          "others than its owner may read or write " + keyFile(),
          "Ask yourself who has read it; if nobody has, run `chmod 600 " + keyFile() + "`.");
    }
  }

  /** What the witness remembers; never nothing in place of something that is lost. */
  WitnessState readState() {
    if (!Files.exists(stateFile())) {
      throw unusable(
          stateFile() + " is not there: nobody knows what the witness has cosigned", RESTORE);
    }
    try {
      return switch (WitnessState.parse(Files.readAllBytes(stateFile()))) {
        case Read.Bad<WitnessState>(String reason) ->
            throw unusable(stateFile() + " is damaged: " + reason, RESTORE);
        case Read.Good<WitnessState>(WitnessState state) -> state;
      };
    } catch (IOException e) {
      throw unusable(stateFile() + " cannot be read: " + e, RESTORE);
    }
  }

  /** Keeps what the witness must not forget; once this returns it is on the disk. */
  void writeState(WitnessState state) throws IOException {
    DurableFile.write(stateFile(), state.bytes());
  }

  /** Refuses a key and a state of different witnesses. */
  WitnessState stateOf(SignerKey key) {
    WitnessState state = readState();
    if (!state.witness().equals(key.verifier())) {
      throw unusable(
          stateFile() + " is the state of " + state.witness() + ", not of " + key.verifier(),
          RESTORE);
    }
    return state;
  }

  /** Where requests are kept that do not go on from what the witness has cosigned. */
  Path refusedRequests() {
    return path.resolve("refused");
  }

  Path lockFile() {
    return path.resolve("witness.lock");
  }

  private Path keyFile() {
    return path.resolve("witness.key");
  }

  private Path stateFile() {
    return path.resolve("witness.state");
  }

  /** Ends the command, since there is no witness that may be run. */
  static LedgerProblem unusable(String detail, String remedy) {
    return new LedgerProblem(
        Problem.of(
            "unusable-witness",
            "invalid",
            "The witness cannot be used",
            detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + ".",
            remedy));
  }
}
