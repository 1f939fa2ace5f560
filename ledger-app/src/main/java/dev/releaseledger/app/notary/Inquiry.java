package dev.releaseledger.app.notary;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks others over HTTP: no redirect is followed, little is read, and not for long. */
final class Inquiry {

  private static final int MOST_BYTES = 1 << 18;

  private final HttpClient client;
  private final Duration timeout;

  Inquiry(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** What came back. */
  record Reply(int status, byte[] body) {}

  /** Posts once; whatever goes wrong is an exception whose message has no address in it. */
  Reply post(URI url, String type, byte[] body) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", type)
            .header("User-Agent", "release-ledger")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      // The timeout of the request does not end an answer that comes byte by byte.
      HttpResponse<byte[]> response =
          answer.get(timeout.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
      return new Reply(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("it took too long", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("it cannot be asked (" + cause.getClass().getSimpleName() + ")", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("it was not waited for", e);
    }
  }
}
