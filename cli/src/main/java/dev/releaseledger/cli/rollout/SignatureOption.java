package dev.releaseledger.cli.rollout;

import dev.releaseledger.cli.session.Session;
import dev.releaseledger.cli.session.TextFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says where the signature of a plan's digest comes from: a file, or a key to make it with. */
final class SignatureOption {

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description = "A signature of the digest, made with ssh-keygen -Y sign -n release-ledger.")
  private @Nullable String file;

  @Option(
      names = "--sign-with",
      paramLabel = "KEY",
      description = "The SSH key to sign the digest with; its public part if an agent has it.")
  private @Nullable String key;

  /** Whether the digest has to be known before anything is sent. */
  boolean isMadeHere() {
    return key != null;
  }

  @Nullable String of(@Nullable String digest, Session session) {
    if (key != null && digest != null) {
      return new SshKey(key).sign(digest, session.surroundings());
    }
    return file == null
        ? null
        : TextFile.read(
            session,
            file,
            detail ->
                SshKey.noSignature(detail, "Name a file that" + " ssh-keygen -Y sign has made."));
  }
}
