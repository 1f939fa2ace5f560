package dev.releaseledger.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A client that reads a call as it comes, with every header. */
final class Streams {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Streams() {}

  /** Calls with headers, as name and value in turn. */
  static HttpResponse<InputStream> open(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(ServiceInTest.running().url() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The whole body of an answer. */
  static String text(HttpResponse<InputStream> answer) {
    try (InputStream in = answer.body()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A stream of events that is read one by one. */
  static final class Reading implements AutoCloseable {

    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;
    String last = "";

    Reading(String path, String token, @Nullable String last) {
      this.answer =
          last == null
              ? open(path, "Authorization", "Bearer " + token)
              : open(path, "Authorization", "Bearer " + token, "Last-Event-ID", last);
      this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    int status() {
      return answer.statusCode();
    }

    /** The next entry; nothing when the stream has ended. */
    @Nullable JsonNode next() {
      try {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id:")) {
            last = line.substring(3).strip();
          }
          if (line.startsWith("data:")) {
            return JSON.readTree(line.substring(5));
          }
        }
        return null;
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        lines.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
