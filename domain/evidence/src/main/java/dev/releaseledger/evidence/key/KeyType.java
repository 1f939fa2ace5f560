package dev.releaseledger.evidence.key;

import dev.releaseledger.evidence.Malformed;

/** What a key of a signed note signs (C2SP signed-note, signature types). */
public enum KeyType {
  /** The text of the note. */
  ED25519((byte) 0x01),
  /** A checkpoint, together with the time (C2SP tlog-cosignature). */
  COSIGNATURE((byte) 0x04);

  private final byte code;

  KeyType(byte code) {
    this.code = code;
  }

  /** The byte that stands for it. */
  public byte code() {
    return code;
  }

  /** The type that this byte stands for. */
  public static KeyType of(byte code) {
    for (KeyType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new Malformed("a key of the unknown type " + (code & 0xff));
  }
}
