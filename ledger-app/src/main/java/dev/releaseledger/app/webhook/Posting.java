package dev.releaseledger.app.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Posts to receivers that are not trusted: no redirect is followed, no cookie kept, little of an
 * answer read, and none of it waited for longer than a limit.
 */
final class Posting implements AutoCloseable {

  private static final int MOST_BYTES = 4096;
  private static final int MOST_CONNECTIONS = 1000;
  private static final TimeValue LIFE = TimeValue.ofSeconds(30);

  /** Of how many timeouts a whole call may consist. */
  private static final int PARTS = 2;

  private final CloseableHttpClient encrypted;
  private final CloseableHttpClient open;
  private final Duration longest;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notice-timeout").factory());

  Posting(GuardedResolver encrypted, GuardedResolver open, Duration timeout) {
    this.encrypted = client(encrypted, timeout);
    this.open = client(open, timeout);
    this.longest = timeout.multipliedBy(PARTS);
  }

  /** Posts once and reads the answer. */
  Answer post(URI url, ContentType type, byte[] body, Map<String, String> headers)
      throws IOException {
    HttpPost request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body, type));
    // A timeout of the socket does not end an answer that comes byte by byte.
    ScheduledFuture<?> end =
        watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
    CloseableHttpClient client = "https".equalsIgnoreCase(url.getScheme()) ? encrypted : open;
    try {
      return client.execute(request, response -> read(request, response));
    } finally {
      boolean ignored = end.cancel(false);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    encrypted.close(CloseMode.IMMEDIATE);
    open.close(CloseMode.IMMEDIATE);
  }

  private static Answer read(HttpPost request, ClassicHttpResponse response) throws IOException {
    Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    String text = "";
    HttpEntity entity = response.getEntity();
    if (entity != null) {
      try (InputStream in = entity.getContent()) {
        text = new String(in.readNBytes(MOST_BYTES), UTF_8);
        if (in.read() >= 0) {
          // To close it properly would be to read all of it.
          request.cancel();
        }
      }
    }
    return new Answer(response.getCode(), retryAfter == null ? null : retryAfter.getValue(), text);
  }

  private static CloseableHttpClient client(GuardedResolver resolver, Duration timeout) {
    Timeout limit = Timeout.of(timeout);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .setTimeToLive(LIFE)
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(limit)
                .setConnectionRequestTimeout(limit)
                // Some receivers refuse whoever asks to go on by TLS, and none goes on by it.
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("release-ledger")
        .build();
  }
}
