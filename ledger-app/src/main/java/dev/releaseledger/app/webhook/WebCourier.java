package dev.releaseledger.app.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Courier;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.domain.policy.Refused;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.impl.classic.RequestFailedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Posts notices: signed CloudEvents to programs, messages to Slack and Teams. */
@Component
final class WebCourier implements Courier {

  private static final ContentType CLOUD_EVENT =
      ContentType.parse("application/cloudevents+json; charset=UTF-8");

  private final WebAddresses addresses;
  private final Posting posting;
  private final Payloads payloads;
  private final Clock clock;

  @Autowired
  WebCourier(LedgerSettings settings, ObjectMapper ledgerMapper, Clock clock) {
    this(settings.notices(), ledgerMapper, clock);
  }

  WebCourier(LedgerSettings.Notices settings, ObjectMapper mapper, Clock clock) {
    this(AddressPolicy.of(settings.privateAddresses()), settings, mapper, clock);
  }

  private WebCourier(
      AddressPolicy policy, LedgerSettings.Notices settings, ObjectMapper mapper, Clock clock) {
    this(
        new GuardedResolver(policy, true),
        new GuardedResolver(policy, false),
        settings,
        mapper,
        clock);
  }

  WebCourier(
      GuardedResolver encrypted,
      GuardedResolver open,
      LedgerSettings.Notices settings,
      ObjectMapper mapper,
      Clock clock) {
    this.addresses = new WebAddresses(encrypted, open);
    this.posting = new Posting(encrypted, open, settings.timeout());
    this.payloads = new Payloads(mapper);
    this.clock = clock;
  }

  @Override
  public Set<Channel> channels() {
    return EnumSet.of(Channel.WEBHOOK, Channel.SLACK, Channel.TEAMS);
  }

  @Override
  public Destination admit(Channel channel, List<String> to) {
    if (to.size() != 1) {
      throw new Refused(new InvalidValue("to", "must be one URL"));
    }
    return addresses.admit(to.getFirst());
  }

  @Override
  public Receipt deliver(Parcel parcel, Notice notice) {
    URI url = URI.create(parcel.address());
    byte[] body = payloads.of(parcel, notice);
    Instant now = clock.instant();
    try {
      return posting.post(url, type(parcel), body, headers(parcel, now, body)).receipt(url, now);
    } catch (IOException e) {
      return Receipt.failed(reason(e));
    } catch (IllegalStateException | IllegalArgumentException e) {
      // What the client says of a URL it cannot take would show it.
      return Receipt.failed("it could not be sent (" + e.getClass().getSimpleName() + ")");
    }
  }

  @PreDestroy
  void close() {
    posting.close();
  }

  private static ContentType type(Parcel parcel) {
    return parcel.channel() == Channel.WEBHOOK ? CLOUD_EVENT : ContentType.APPLICATION_JSON;
  }

  private static Map<String, String> headers(Parcel parcel, Instant now, byte[] body) {
    Map<String, String> headers = new TreeMap<>();
    if (parcel.channel().isSigned()) {
      headers.put("webhook-id", parcel.id());
      headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
      headers.put(
          "webhook-signature", WebhookSignature.of(parcel.secrets(), parcel.id(), now, body));
    }
    return headers;
  }

  /** Messages of exceptions name addresses; these words do not. */
  private static String reason(IOException e) {
    return switch (e) {
      case ForbiddenAddress forbidden -> "its host may not be reached: " + forbidden.getMessage();
      case UnknownHostException unknown -> "its host is not known";
      case SocketTimeoutException late -> "it did not answer in time";
      case RequestFailedException ended -> "it did not answer in time";
      case NoHttpResponseException none -> "it closed the connection without an answer";
      case ConnectException refused -> "it does not take connections";
      case SSLException tls -> "no TLS connection came about";
      default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
    };
  }
}
