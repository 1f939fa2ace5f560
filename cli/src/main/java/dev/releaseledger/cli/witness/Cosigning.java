package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.cli.render.Printable;
import dev.releaseledger.cli.session.Screen;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Witness;
import dev.releaseledger.evidence.note.WitnessAnswer;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A witness with a memory: one request at a time is judged, kept, and only then answered. */
final class Cosigning {

  private static final int INTERNAL_ERROR = 500;
  private static final int UNPROCESSABLE = 422;

  private final Witness witness;
  private final WitnessFolder folder;
  private final RefusedRequests refused;
  private final InstantSource clock;
  private final Screen screen;
  private WitnessState state;

  Cosigning(
      Witness witness,
      WitnessFolder folder,
      WitnessState state,
      InstantSource clock,
      Screen screen) {
    this.witness = witness;
    this.folder = folder;
    this.refused = new RefusedRequests(folder.refusedRequests());
    this.state = state;
    this.clock = clock;
    this.screen = screen;
  }

  /** The answer to a request to cosign a checkpoint. */
  synchronized WitnessAnswer answer(byte[] request) {
    Instant now = clock.instant();
    WitnessAnswer answer = witness.answer(request, this::lastOf, now);
    switch (answer) {
      case WitnessAnswer.Cosigned(Checkpoint checkpoint, Note note, var unused) -> {
        WitnessState next = state.with(checkpoint, note);
        try {
          folder.writeState(next);
        } catch (IOException e) {
          tell(now, "the state cannot be written, so nothing is cosigned: " + e);
          return new WitnessAnswer.Refused(INTERNAL_ERROR, "the state cannot be written");
        }
        state = next;
        tell(now, "cosigned " + checkpoint.origin() + " at " + checkpoint.size());
      }
      case WitnessAnswer.Conflict(long size) ->
          tell(now, "the request goes on from another size than " + size);
      case WitnessAnswer.Refused(int status, String reason) when status == UNPROCESSABLE ->
          tell(
              now,
              "refused, AND THE LOG HAS SIGNED IT: "
                  + reason
                  + (refused.keep(request) ? "; kept in " + refused.folder() : ""));
      case WitnessAnswer.Refused(int status, String reason) ->
          tell(now, "refused with " + status + ": " + reason);
    }
    return answer;
  }

  /** The last checkpoint of the log with this hash of its origin, with the cosignature. */
  synchronized Optional<Note> last(String originHash) {
    return state.cosigned().entrySet().stream()
        .filter(entry -> originHash.equals(Sha256.of(entry.getKey().getBytes(UTF_8)).hex()))
        .map(entry -> entry.getValue())
        .findFirst();
  }

  private @Nullable Checkpoint lastOf(String origin) {
    Note note = state.cosigned().get(origin);
    return note == null ? null : Checkpoint.parse(note.text()).orThrow();
  }

  private void tell(Instant now, String what) {
    screen.note(now.truncatedTo(ChronoUnit.SECONDS) + " " + Printable.of(what));
  }
}
