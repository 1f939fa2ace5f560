package dev.releaseledger.app.rest;

import dev.releaseledger.app.evidence.TrustFiles;
import dev.releaseledger.app.refusal.EvidenceRefusal.NotSealed;
import dev.releaseledger.app.refusal.EvidenceRefusal.UnknownCheckpoint;
import dev.releaseledger.app.refusal.EvidenceRefusal.UnknownTile;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.sealing.AwaitedSeal;
import dev.releaseledger.app.sealing.SignedCheckpoint;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.log.EntryBundle;
import dev.releaseledger.evidence.merkle.TileId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log as monitors, witnesses and auditors read it (C2SP tlog-tiles), and its proofs. */
@RestController
@RequestMapping("/api/v1/log")
class LogApi {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final String TILE = "/tile/";
  private static final String ENTRIES = "tile/entries/";

  private final TransparencyLog log;
  private final AwaitedSeal sealed;
  private final TrustFiles trust;

  LogApi(TransparencyLog log, AwaitedSeal sealed, TrustFiles trust) {
    this.log = log;
    this.sealed = sealed;
    this.trust = trust;
  }

  record Key(String origin, String key) {}

  @GetMapping("/key")
  Key key() {
    return new Key(log.origin(), log.verifierKey().text());
  }

  @GetMapping("/trust")
  ResponseEntity<byte[]> trust() {
    return answer(MediaType.APPLICATION_JSON, trust.file().bytes());
  }

  /** The last one; the one of a size; or the first that covers an event, which is waited for. */
  @GetMapping("/checkpoint")
  ResponseEntity<byte[]> checkpoint(
      @RequestParam(required = false) @Nullable Long size,
      @RequestParam(required = false) @Nullable Long position) {
    if (position != null && size == null) {
      return answer(TEXT, sealed(position).checkpoint().note().bytes());
    }
    return answer(TEXT, checkpointOf(size).note().bytes());
  }

  @GetMapping("/proof")
  ResponseEntity<byte[]> proof(
      @RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
    AwaitedSeal.Sealed found = sealed(position);
    SignedCheckpoint checkpoint = size == null ? found.checkpoint() : checkpointOf(size);
    if (checkpoint.size() <= found.index()) {
      throw new Refused(
          new InvalidValue("size", "is too small: the leaf of the event is " + found.index()));
    }
    return answer(TEXT, log.proof(found.index(), checkpoint).bytes());
  }

  @GetMapping("/consistency")
  ResponseEntity<byte[]> consistency(
      @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
    SignedCheckpoint later = checkpointOf(to);
    if (from < 1 || from > later.size()) {
      throw new Refused(new InvalidValue("from", "must be from 1 to " + later.size()));
    }
    return answer(TEXT, Continuation.bytes(log.consistency(from, later.size())));
  }

  @GetMapping(TILE + "**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    String uri = request.getRequestURI();
    String path = uri.substring(uri.indexOf(TILE) + 1);
    byte[] content = path.startsWith(ENTRIES) ? entries(path) : hashes(path);
    return answer(MediaType.APPLICATION_OCTET_STREAM, content);
  }

  private byte[] hashes(String path) {
    return log.tile(idOf(path, path)).orElseThrow(() -> unknown(path)).bytes();
  }

  private byte[] entries(String path) {
    TileId id = idOf(path, "tile/0/" + path.substring(ENTRIES.length()));
    return EntryBundle.bytes(log.leaves(id).orElseThrow(() -> unknown(path)));
  }

  private static TileId idOf(String path, String ofHashes) {
    return switch (TileId.parse(ofHashes)) {
      case Read.Good<TileId>(TileId id) -> id;
      case Read.Bad<TileId> _ -> throw unknown(path);
    };
  }

  private static Refused unknown(String path) {
    return new Refused(new UnknownTile(path));
  }

  private AwaitedSeal.Sealed sealed(long position) {
    return sealed.at(position, PATIENCE).orElseThrow(() -> new Refused(new NotSealed(position)));
  }

  private SignedCheckpoint checkpointOf(@Nullable Long size) {
    return (size == null ? log.latest() : log.at(size))
        .orElseThrow(
            () -> new Refused(new UnknownCheckpoint(size == null ? "any size" : "size " + size)));
  }

  private static ResponseEntity<byte[]> answer(MediaType type, byte[] content) {
    return ResponseEntity.ok().contentType(type).body(content);
  }
}
