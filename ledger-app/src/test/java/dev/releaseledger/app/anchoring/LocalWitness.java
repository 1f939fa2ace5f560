package dev.releaseledger.app.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Witness;
import dev.releaseledger.evidence.note.WitnessAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A witness on this machine, over HTTP, whose answers a test can spoil. */
public final class LocalWitness implements AutoCloseable {

  private final SignerKey key;
  private final Map<String, Checkpoint> cosigned = new HashMap<>();
  private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final Witness witness;
  private volatile Function<WitnessAnswer, WitnessAnswer> spoiled = answer -> answer;

  /** Starts a witness that trusts this log. */
  public LocalWitness(VerifierKey log) throws IOException {
    byte[] seed = new byte[Ed25519Secret.LENGTH];
    Arrays.fill(seed, (byte) 9);
    key = new SignerKey("witness.example.org/w1", KeyType.COSIGNATURE, Ed25519Secret.of(seed));
    witness = new Witness(key, Map.of(log.name(), List.of(log)));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/w/add-checkpoint", this::answer);
    server.start();
  }

  /** With what its cosignatures are verified. */
  public VerifierKey verifier() {
    return key.verifier();
  }

  /** Its submission prefix. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/w");
  }

  /** The statuses that it has answered with. */
  public List<Integer> statuses() {
    return List.copyOf(statuses);
  }

  /** Has it answer otherwise from now on. */
  public void spoil(Function<WitnessAnswer, WitnessAnswer> how) {
    spoiled = how;
  }

  /** Has it forget everything. */
  public synchronized void forget() {
    cosigned.clear();
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      WitnessAnswer answer =
          witness.answer(exchange.getRequestBody().readAllBytes(), cosigned::get, Instant.now());
      if (answer instanceof WitnessAnswer.Cosigned kept) {
        cosigned.put(kept.checkpoint().origin(), kept.checkpoint());
      }
      WitnessAnswer sent = spoiled.apply(answer);
      statuses.add(sent.status());
      byte[] body = sent.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", sent.contentType());
      exchange.sendResponseHeaders(sent.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
