package dev.releaseledger.app.webhook;

import dev.releaseledger.app.port.Notice;
import dev.releaseledger.app.port.Parcel;
import dev.releaseledger.domain.notice.Channel;
import java.time.Instant;
import java.util.List;

/** Notices to send. */
final class Notices {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private Notices() {}

  static Notice approved() {
    return said("approved rol_1 as owner: <!channel> & [see](https://evil.example) *now*");
  }

  static Notice said(String sentence) {
    return new Notice(
        "https://ledger.example",
        412L,
        "plan-approved",
        "notice",
        "shop",
        "prod",
        "rol_1",
        "alice",
        sentence,
        Instant.parse("2026-01-20T10:00:00.123456Z"),
        "{\"rollout\":\"rol_1\",\"capacities\":[\"owner\"],\"large\":12345678901234567890}");
  }

  static Parcel parcel(Channel channel, String address, String... secrets) {
    return new Parcel("msg_1", "sub_1", "pager", channel, address, List.of(secrets));
  }
}
