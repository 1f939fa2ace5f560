package dev.releaseledger.evidence.trust;

import dev.releaseledger.evidence.Base64Text;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A key with which somebody signs approvals, as ssh-keygen reads it (ALLOWED SIGNERS). */
public record AllowedSigner(String actorRef, String keyType, String keyText, Period period) {

  private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9@.-]{1,64}");

  /** Refuses what would be another line for ssh-keygen, and a key of another type than it says. */
  public AllowedSigner {
    if (!ACTOR.matcher(actorRef).matches()) {
      throw new Malformed("an actor reference has letters, digits and . _ @ - only");
    }
    if (!TYPE.matcher(keyType).matches() || !keyType.equals(typeIn(Base64Text.decode(keyText)))) {
      throw new Malformed("the key of " + actorRef + " is not of the type it says");
    }
  }

  /** The line for a file of allowed signers, for approvals only. */
  public String line() {
    return actorRef + " namespaces=\"release-ledger\" " + keyType + " " + keyText;
  }

  Json.Obj json() {
    return period
        .into(new Members().text("actorRef", actorRef).text("key", keyType + " " + keyText))
        .built();
  }

  static AllowedSigner of(Fields fields) {
    String[] key = fields.text("key").split(" ", -1);
    if (key.length != 2) {
      throw new Malformed("a key has a type and Base64, with one space between them");
    }
    return new AllowedSigner(fields.text("actorRef"), key[0], key[1], Period.of(fields));
  }

  /** The first string of a key is its type (RFC 4253, 6.6). */
  private static String typeIn(byte[] key) {
    ByteBuffer in = ByteBuffer.wrap(key);
    if (in.remaining() < 4) {
      throw new Malformed("not a key of OpenSSH");
    }
    int length = in.getInt();
    if (length < 1 || length > in.remaining()) {
      throw new Malformed("not a key of OpenSSH");
    }
    byte[] type = new byte[length];
    in.get(type);
    return new String(type, StandardCharsets.US_ASCII);
  }
}
