package dev.releaseledger.app.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.app.port.AnchorEntry.Cosigner;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.AddCheckpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Has a checkpoint cosigned by a witness (C2SP tlog-witness); the receipt is the signature line.
 * Where the witness knows another size than was thought it says so, and is asked again.
 */
final class WitnessAnchor implements AnchorPlace {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");

  /** Somebody else may have asked the witness in between. */
  private static final int ATTEMPTS = 3;

  private final Cosigner cosigner;
  private final Inquiry inquiry;
  private final AtomicLong known = new AtomicLong();

  WitnessAnchor(Cosigner cosigner, Inquiry inquiry) {
    this.cosigner = cosigner;
    this.inquiry = inquiry;
  }

  @Override
  public AnchorOutcome keep(OfferedCheckpoint offered) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        long from = known.get();
        if (from > offered.checkpoint().size()) {
          return new Contradicted(
              "the witness has cosigned %d entries of the log, which now says %d"
                  .formatted(from, offered.checkpoint().size()));
        }
        Inquiry.Reply reply = inquiry.post(url(), TEXT, request(offered, from));
        String body = new String(reply.body(), UTF_8);
        if (reply.status() != 409) {
          return outcome(offered, reply.status(), body);
        }
        if (!SIZE.matcher(body).matches()) {
          return new Failed("the witness knows another size, and does not say which");
        }
        known.set(Long.parseLong(body.strip()));
      }
      return new Failed("the witness says another size each time");
    } catch (IOException e) {
      return new Failed(String.valueOf(e.getMessage()));
    }
  }

  private AnchorOutcome outcome(OfferedCheckpoint offered, int status, String body) {
    return switch (status) {
      case 200 -> cosigned(offered, body);
      case 403 -> new Failed("the witness does not trust the key of the log (403)");
      case 404 -> new Failed("the witness does not know the log (404)");
      case 422 ->
          new Contradicted("the log does not go on from what the witness has cosigned (422)");
      default -> new Failed("the witness answered " + status);
    };
  }

  private AnchorOutcome cosigned(OfferedCheckpoint offered, String lines) {
    Read<String> line =
        Note.parse((offered.note().written() + lines).getBytes(UTF_8))
            .then(note -> only(note.verify(List.of(cosigner.key())).orThrow()));
    return switch (line) {
      case Read.Good<String>(String good) -> {
        known.set(offered.checkpoint().size());
        yield new Kept(good.getBytes(UTF_8));
      }
      case Read.Bad<String>(String reason) ->
          new Failed("the answer is no cosignature of the witness: " + reason);
    };
  }

  private static String only(List<Signed> signed) {
    return signed.getFirst().signature().line();
  }

  private static byte[] request(OfferedCheckpoint offered, long from) {
    List<Sha256> proof = from == 0 ? List.of() : offered.goingOnFrom().apply(from).path();
    return AddCheckpoint.of(from, proof, offered.note()).bytes();
  }

  private URI url() {
    String prefix = cosigner.url().toString();
    return URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
  }
}
