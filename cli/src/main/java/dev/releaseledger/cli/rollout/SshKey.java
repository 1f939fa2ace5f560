package dev.releaseledger.cli.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.session.Surroundings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An SSH key of the caller, which ssh-keygen signs with; the key itself is never read here.
 *
 * @param file the file of the key, or of its public part when an agent has it
 */
record SshKey(String file) {
  private static final String PROGRAM = "ssh-keygen";
  // A signature for this cannot be used anywhere else, for instance to log in.
  private static final String NAMESPACE = "release-ledger";

  /** Returns the armored signature of a digest and a line end, or ends the command. */
  String sign(String digest, Surroundings surroundings) {
    Path program =
        program(surroundings)
            .orElseThrow(() ->
                failed(
                    PROGRAM + " is not on the PATH.",
                    "Install OpenSSH, or sign elsewhere and give the result with --signature FILE:"
                        + " printf '%%s\\n' %s | %s -Y sign -n %s -f KEY > FILE"
                            .formatted(digest, PROGRAM, NAMESPACE)));
    try {
      Process process =
          new ProcessBuilder(program.toString(), "-Y", "sign", "-n", NAMESPACE, "-f", file)
              .directory(surroundings.workingDirectory().toFile())
              .start();
      tell(process, digest + "\n");
      String signature = new String(process.getInputStream().readAllBytes(), UTF_8);
      String said = new String(process.getErrorStream().readAllBytes(), UTF_8).strip();
      if (process.onExit().join().exitValue() != 0 || signature.isBlank()) {
        throw failed(
            "%s did not sign with %s: %s".formatted(PROGRAM, file, said),
            "Name a key that can sign, or the public part of one that your agent has.");
      }
      return signature;
    } catch (IOException e) {
      throw failed(
          "%s cannot be run: %s".formatted(program, e.getMessage()), "Check the installation.");
    }
  }

  private static void tell(Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      // It ended before it read anything; what it says tells why, and not the broken pipe.
    }
  }

  private static Optional<Path> program(Surroundings surroundings) {
    String path = surroundings.variable("PATH");
    return Stream.of((path == null ? "" : path).split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> surroundings.workingDirectory().resolve(folder).resolve(PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static LedgerProblem failed(String detail, String remedy) {
    return new LedgerProblem(noSignature(detail, remedy));
  }

  static Problem noSignature(String detail, String remedy) {
    return Problem.of(
        "no-signature", "invalid", "There is no signature to approve with", detail, remedy);
  }
}
