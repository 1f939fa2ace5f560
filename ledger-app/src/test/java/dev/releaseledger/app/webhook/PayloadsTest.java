package dev.releaseledger.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Notice;
import dev.releaseledger.domain.notice.Channel;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each channel is sent. */
class PayloadsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode payload(Channel channel, Notice notice) {
    try {
      return JSON.readTree(
          new Payloads(JSON).of(Notices.parcel(channel, "https://x.example"), notice));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> members(JsonNode node) {
    List<String> members = new ArrayList<>();
    node.fieldNames().forEachRemaining(members::add);
    return members;
  }

  @Test
  void a_cloud_event_has_what_the_specification_requires() {
    JsonNode event = payload(Channel.WEBHOOK, Notices.approved());

    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("id").asText()).isEqualTo("412");
    assertThat(event.path("source").asText()).isEqualTo("https://ledger.example");
    assertThat(event.path("type").asText()).isEqualTo("dev.releaseledger.plan-approved.v1");
    assertThat(event.path("subject").asText()).isEqualTo("shop/prod/rol_1");
    assertThat(Instant.parse(event.path("time").asText())).isEqualTo("2026-01-20T10:00:00.123456Z");
    assertThat(event.path("datacontenttype").asText()).isEqualTo("application/json");
  }

  @Test
  void a_cloud_event_carries_the_entry_and_the_event_as_it_is_stored() {
    JsonNode data = payload(Channel.WEBHOOK, Notices.approved()).path("data");

    assertThat(members(data))
        .containsExactly(
            "position",
            "kind",
            "severity",
            "project",
            "environment",
            "rollout",
            "actor",
            "sentence",
            "at",
            "event");
    assertThat(data.path("position").asLong()).isEqualTo(412);
    assertThat(data.path("actor").asText()).isEqualTo("alice");
    assertThat(data.path("event"))
        .hasToString(
            "{\"rollout\":\"rol_1\",\"capacities\":[\"owner\"],\"large\":12345678901234567890}");
  }

  @Test
  void what_happens_nowhere_in_particular_names_no_place() {
    Notice notice =
        new Notice(
            "urn:uuid:1",
            7L,
            "role-granted",
            "notice",
            null,
            null,
            null,
            "ada",
            "granted admin everywhere to bob",
            Instant.EPOCH,
            "{}");
    JsonNode event = payload(Channel.WEBHOOK, notice);

    assertThat(event.path("subject").asText()).isEqualTo("ledger");
    assertThat(members(event.path("data"))).doesNotContain("project", "environment", "rollout");
    assertThat(payload(Channel.SLACK, notice).path("text").asText())
        .isEqualTo("[notice] the ledger: ada granted admin everywhere to bob");
  }

  @Test
  void a_slack_message_has_a_text_and_blocks_in_which_nobody_is_called() {
    JsonNode message = payload(Channel.SLACK, Notices.approved());

    String line =
        "alice approved rol_1 as owner: &lt;!channel&gt; &amp; [see](https://evil.example) *now*";
    assertThat(message.path("text").asText()).isEqualTo("[notice] shop/prod: " + line);
    JsonNode section = message.path("blocks").path(0);
    assertThat(section.path("type").asText()).isEqualTo("section");
    assertThat(section.path("text").path("type").asText()).isEqualTo("mrkdwn");
    assertThat(section.path("text").path("text").asText()).isEqualTo(line);
    assertThat(section.path("text").path("verbatim").asBoolean()).isTrue();
    JsonNode context = message.path("blocks").path(1);
    assertThat(context.path("type").asText()).isEqualTo("context");
    assertThat(context.path("elements").path(0).path("text").asText())
        .isEqualTo("*notice* | shop/prod | rol_1 | plan-approved #412 | 2026-01-20T10:00:00Z");
  }

  @Test
  void a_slack_message_is_as_short_as_slack_wants_it() {
    JsonNode message = payload(Channel.SLACK, Notices.said("&".repeat(20_000)));

    assertThat(message.path("blocks").path(0).path("text").path("text").asText().length())
        .isBetween(1_000, 3_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"SLACK", "TEAMS"})
  void what_is_cut_off_is_not_cut_within_a_character(Channel channel) {
    for (String text :
        List.of("\uD83D\uDE80".repeat(20_000), "x" + "\uD83D\uDE80".repeat(20_000))) {
      assertThat(payload(channel, Notices.said(text)).toString()).contains("\uD83D\uDE80...");
    }
  }

  @Test
  void a_teams_message_is_an_adaptive_card_in_which_nothing_is_read_as_a_link() {
    JsonNode message = payload(Channel.TEAMS, Notices.approved());

    assertThat(message.path("type").asText()).isEqualTo("message");
    JsonNode attachment = message.path("attachments").path(0);
    assertThat(attachment.path("contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(attachment.path("contentUrl").isNull()).isTrue();
    JsonNode card = attachment.path("content");
    assertThat(card.path("type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.path("version").asText()).isEqualTo("1.4");
    assertThat(card.path("body")).hasSize(2);
    assertThat(card.path("body"))
        .allSatisfy(block -> {
          assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
          assertThat(block.path("inlines").path(0).path("type").asText()).isEqualTo("TextRun");
        });
    assertThat(card.path("body").path(0).path("inlines").path(0).path("text").asText())
        .startsWith("alice approved rol_1");
  }
}
