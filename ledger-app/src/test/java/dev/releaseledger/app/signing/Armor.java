package dev.releaseledger.app.signing;

import dev.releaseledger.evidence.ssh.HashAlgorithm;
import dev.releaseledger.evidence.ssh.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Signature files made by hand: any of their fields can be what it should not. */
@SuppressWarnings("ArrayRecordComponent")
record Armor(
    String magic, int version, String namespace, String reserved, String hash, byte[] key) {

  static Armor of(byte[] key) {
    return new Armor("SSHSIG", 1, "release-ledger", "", "sha512", key);
  }

  Armor withMagic(String other) {
    return new Armor(other, version, namespace, reserved, hash, key);
  }

  Armor withVersion(int other) {
    return new Armor(magic, other, namespace, reserved, hash, key);
  }

  Armor withReserved(String other) {
    return new Armor(magic, version, namespace, other, hash, key);
  }

  Armor withHash(String other) {
    return new Armor(magic, version, namespace, reserved, other, key);
  }

  /** What is signed for a message. */
  byte[] data(String message) {
    return new WireWriter()
        .bytes(magic.getBytes(StandardCharsets.US_ASCII))
        .text(namespace)
        .text(reserved)
        .text(hash)
        .string(HashAlgorithm.SHA512.of(message.getBytes(StandardCharsets.UTF_8)))
        .written();
  }

  /** The file around what an algorithm made. */
  String around(byte[] made) {
    return armored(
        new WireWriter()
            .bytes(magic.getBytes(StandardCharsets.US_ASCII))
            .uint32(version)
            .string(key)
            .text(namespace)
            .text(reserved)
            .text(hash)
            .string(made)
            .written());
  }

  static String armored(byte[] blob) {
    return "-----BEGIN SSH SIGNATURE-----\n"
        + Base64.getEncoder().encodeToString(blob)
        + "\n-----END SSH SIGNATURE-----\n";
  }

  static byte[] blob(String armored) {
    return Base64.getMimeDecoder()
        .decode(armored.replaceAll("-----(BEGIN|END) SSH SIGNATURE-----", ""));
  }

  static String line(String type, byte[] key) {
    return type + " " + Base64.getEncoder().encodeToString(key);
  }
}
