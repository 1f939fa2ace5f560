package dev.releaseledger.cli.evidence;

import dev.releaseledger.cli.session.Session;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.TrustedKeys;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.verify.Held;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What the caller verifies with; a file that is not what it should be is a wrong command line. */
record GivenFiles(Session session) {

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(session.surroundings().workingDirectory().resolve(file));
    } catch (IOException e) {
      throw session.usage(file + " cannot be read");
    }
  }

  TrustFile trust(String file, List<String> keys) {
    byte[] bytes = bytes(file);
    Read<TrustFile> read =
        keys.isEmpty() ? TrustFile.read(bytes) : TrustFile.readSigned(bytes, all(keys));
    return given(file, "no trust file to believe", read);
  }

  Held held(String file, TrustFile trust) {
    return given(file, "no checkpoint or bundle of a trusted log", Held.read(bytes(file), trust));
  }

  private TrustedKeys all(List<String> files) {
    List<Ed25519Key> keys = files.stream().map(this::key).toList();
    return given(
        String.join(" and ", files),
        "no set of keys",
        Read.of(() -> new TrustedKeys(keys, keys.size())));
  }

  private Ed25519Key key(String file) {
    String pem = new String(bytes(file), StandardCharsets.US_ASCII);
    return given(file, "no key", Read.of(() -> Ed25519Key.ofPem(pem)));
  }

  private <T> T given(String file, String what, Read<T> read) {
    return switch (read) {
      case Read.Good<T>(T value) -> value;
      case Read.Bad<T>(String reason) -> throw session.usage(file + " is " + what + ": " + reason);
    };
  }
}
