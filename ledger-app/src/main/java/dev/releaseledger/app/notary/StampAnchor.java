package dev.releaseledger.app.notary;

import dev.releaseledger.app.port.AnchorEntry.Stamper;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.timestamp.TimestampAnswer;
import dev.releaseledger.evidence.timestamp.TimestampRequest;
import dev.releaseledger.evidence.timestamp.TimestampVerifier;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;

/** Has the time stamped over the note of a checkpoint (RFC 3161); the receipt is the response. */
record StampAnchor(Stamper stamper, Inquiry inquiry, SecureRandom random) implements AnchorPlace {

  private static final int NONCE_BITS = 64;
  private static final int OK = 200;

  @Override
  public AnchorOutcome keep(OfferedCheckpoint offered) {
    TimestampRequest request =
        new TimestampRequest(offered.note().bytes(), new BigInteger(NONCE_BITS, random));
    try {
      Inquiry.Reply reply =
          inquiry.post(stamper.url(), TimestampRequest.MEDIA_TYPE, request.encoded());
      if (reply.status() != OK) {
        return new AnchorOutcome.Failed("the authority answered " + reply.status());
      }
      TimestampVerifier verifier = new TimestampVerifier(List.of(stamper.authority()));
      return switch (verifier.accept(reply.body(), request)) {
        case TimestampAnswer.Accepted accepted -> new AnchorOutcome.Kept(accepted.stored());
        case TimestampAnswer.Refused refused ->
            new AnchorOutcome.Failed(
                "the answer is no stamp to believe: " + refused.verdict().sentence());
      };
    } catch (IOException e) {
      return new AnchorOutcome.Failed(String.valueOf(e.getMessage()));
    }
  }
}
