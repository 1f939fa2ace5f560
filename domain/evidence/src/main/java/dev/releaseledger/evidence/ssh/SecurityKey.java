package dev.releaseledger.evidence.ssh;

import dev.releaseledger.evidence.Malformed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** An Ed25519 key in a FIDO token, as in PROTOCOL.u2f of OpenSSH. */
record SecurityKey(Ed25519Key key, String application) implements SshKey {

  static final String NAME = "sk-ssh-ed25519@openssh.com";

  private static final int TOUCHED = 0x01;

  static SecurityKey read(WireReader reader) throws GeneralSecurityException {
    return new SecurityKey(Ed25519Key.read(reader), reader.text());
  }

  @Override
  public boolean signed(byte[] data, String algorithm, WireReader signature)
      throws GeneralSecurityException {
    if (!algorithm.equals(NAME)) {
      throw SshKey.notOf(NAME);
    }
    byte[] made = signature.string();
    byte[] flags = signature.bytes(1);
    int counter = signature.uint32();
    signature.end();
    if ((flags[0] & TOUCHED) == 0) {
      throw new Malformed("nobody touched the security key");
    }
    byte[] signed =
        new WireWriter()
            .bytes(HashAlgorithm.SHA256.of(application.getBytes(StandardCharsets.ISO_8859_1)))
            .bytes(flags)
            .uint32(counter)
            .bytes(HashAlgorithm.SHA256.of(data))
            .written();
    return key.verifies(signed, made);
  }
}
