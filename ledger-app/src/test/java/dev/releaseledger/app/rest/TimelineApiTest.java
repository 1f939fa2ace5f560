package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeline as it is asked for over HTTP. */
class TimelineApiTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final String HERE = "/api/v1/timeline?project=told";
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"(\\w+)\"");

  private static String token;

  @BeforeAll
  static void fill() {
    token = SERVICE.the(AccessTokens.class).issue("teller", Role.VIEWER).secret();
    Ledger ledger = SERVICE.the(Ledger.class);
    ledger.record(
        new CreateProject(
            "told", "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    Operator operator = new Operator(ledger, "told", "dev");
    operator.create(0);
    for (int i = 0; i < 6; i++) {
      operator.freeze("stop, \"now\"\n=" + i);
      operator.unfreeze();
    }
    long last = operator.rollOut("rol_told", "fp:a", "fp:b");
    assertThat(SERVICE.the(Projections.class).await(last, Duration.ofSeconds(20))).isTrue();
  }

  private static Answer get(String path) {
    return SERVICE.call(Role.VIEWER, "GET", path, "");
  }

  private static HttpResponse<InputStream> open(String path) {
    return Streams.open(path, "Authorization", "Bearer " + token);
  }

  private static List<Long> positions(JsonNode page) {
    List<Long> positions = new ArrayList<>();
    page.path("items").forEach(item -> positions.add(item.path("position").asLong()));
    return positions;
  }

  @Test
  void an_entry_says_what_it_is_about_and_how_much_it_matters() {
    JsonNode items = get(HERE + "&action=release-advanced").json().path("items");

    assertThat(items).hasSize(1);
    assertThat(items.path(0).path("severity").asText()).isEqualTo("notice");
    assertThat(items.path(0).path("subject").asText()).startsWith("rel_");
    assertThat(items.path(0).path("rollout").asText()).isEqualTo("rol_told");
    assertThat(items.path(0).path("data").path("release")).isEqualTo(items.path(0).path("subject"));
  }

  @Test
  void actions_are_named_one_by_one_or_in_a_list() {
    JsonNode listed = get(HERE + "&action=environment-frozen,release-advanced").json();
    JsonNode repeated = get(HERE + "&action=environment-frozen&action=release-advanced").json();

    assertThat(positions(listed)).hasSize(7).isEqualTo(positions(repeated));
  }

  @Test
  void the_links_lead_through_all_pages_and_back() throws Exception {
    List<Long> whole = positions(get(HERE + "&limit=1000").json());
    List<Long> forwards = new ArrayList<>();
    List<Long> backwards = new ArrayList<>();

    for (String path = HERE + "&limit=4&after=0"; path != null; path = link(path, "next")) {
      forwards.addAll(positions(new ObjectMapper().readTree(Streams.text(open(path)))));
    }
    for (String path = HERE + "&limit=4"; path != null; path = link(path, "prev")) {
      backwards.addAll(0, positions(new ObjectMapper().readTree(Streams.text(open(path)))));
    }

    assertThat(whole).hasSizeGreaterThan(16);
    assertThat(forwards).isEqualTo(whole);
    assertThat(backwards).isEqualTo(whole);
  }

  private static @Nullable String link(String path, String relation) {
    Matcher links = LINK.matcher(open(path).headers().firstValue("Link").orElse(""));
    while (links.find()) {
      if (links.group(2).equals(relation)) {
        return links.group(1);
      }
    }
    return null;
  }

  @Test
  void a_file_of_lines_has_every_entry_with_its_event() throws Exception {
    HttpResponse<InputStream> answer = open(HERE + "&format=jsonl");
    List<String> lines = Streams.text(answer).lines().toList();

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("jsonl");
    assertThat(lines).hasSize(positions(get(HERE + "&limit=1000").json()).size());
    JsonNode frozen = new ObjectMapper().readTree(lines.get(2));
    assertThat(frozen.path("data").path("reason").asText()).isEqualTo("stop, \"now\"\n=0");
  }

  @Test
  void a_file_for_spreadsheets_has_a_header_and_quotes() {
    HttpResponse<InputStream> answer =
        Streams.open(
            HERE + "&action=environment-frozen&limit=2",
            "Authorization",
            "Bearer " + token,
            "Accept",
            "text/csv");
    String text = Streams.text(answer);

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(text)
        .startsWith(
            "position,at,type,severity,project,environment,rollout,subject,actor,sentence\r\n")
        .contains(",told,dev,,,", "\"froze dev: stop, \"\"now\"\"\n=4\"\r\n", "=5\"\r\n")
        .doesNotContain("=3");
  }

  @Test
  void notices_leave_out_the_steps_on_the_way() {
    JsonNode notices = get("/api/v1/notices?project=told&limit=1000").json();
    JsonNode warnings = get("/api/v1/notices?project=told&severity=warning&limit=1000").json();

    assertThat(notices.findValuesAsText("severity")).contains("notice").doesNotContain("info");
    assertThat(notices.findValuesAsText("type")).doesNotContain("statement-applied");
    assertThat(warnings.findValuesAsText("severity")).containsOnly("warning");
  }

  @Test
  void time_is_told_with_its_zone_and_both_ends_count() {
    String at = get(HERE + "&limit=1").json().path("items").path(0).path("at").asText();

    assertThat(positions(get(HERE + "&since=" + at + "&until=" + at).json())).isNotEmpty();
    assertThat(positions(get(HERE + "&since=2200-01-01T00:00:00Z").json())).isEmpty();
    assertThat(positions(get(HERE + "&until=1999-01-01T00:00:00%2B01:00").json())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          action=no-such-event      | 400 | action
          severity=loud             | 400 | severity
          since=yesterday           | 400 | since
          until=2026-01-01T10:00:00 | 400 | until
          format=xml                | 400 | format
          until=%2B999999999-12-31T00:00:00Z | 400 | until
          since=-999999999-01-01T00:00:00Z  | 400 | since
          """)
  void what_makes_no_sense_is_named(String query, int status, String field) {
    Answer answer = get(HERE + "&" + query);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"action=environment-frozen&x=a=b", "x=%C3%A4&&after=0", "x"})
  void whatever_else_a_query_says_its_links_lead_on(String query) throws Exception {
    String path = HERE + "&limit=2&before=1000000&" + query;
    List<Long> page = positions(new ObjectMapper().readTree(Streams.text(open(path))));
    String next = Objects.requireNonNull(link(path, query.contains("after") ? "next" : "prev"));

    assertThat(next).contains(query.replace("&&after=0", "")).doesNotContain("before=1000000");
    assertThat(positions(new ObjectMapper().readTree(Streams.text(open(next)))))
        .hasSize(2)
        .doesNotContainAnyElementsOf(page);
  }

  @Test
  void a_character_that_no_table_holds_is_refused_and_stands_in_no_view_s_way() {
    Ledger ledger = SERVICE.the(Ledger.class);
    ledger.record(
        new CreateProject(
            "nul", "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    new Operator(ledger, "nul", "dev").create(0);
    String dev = "/api/v1/projects/nul/environments/dev/";
    Answer refused =
        SERVICE.call(Role.OPERATOR, "POST", dev + "freeze", "{\"reason\":\"stop\\u0000 now\"}");
    Answer frozen =
        SERVICE.call(Role.OPERATOR, "POST", dev + "freeze", "{\"reason\":\"stop\\u0001 now\"}");
    Answer unfrozen =
        SERVICE.call(Role.OPERATOR, "POST", dev + "unfreeze", "{\"reason\":\"go on\"}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().path("field").asText()).isEqualTo("reason");
    assertThat(frozen.status()).isEqualTo(200);
    assertThat(unfrozen.status()).isEqualTo(200);
    assertThat(
            get("/api/v1/timeline?project=nul&limit=2")
                .json()
                .path("items")
                .path(0)
                .path("sentence")
                .asText())
        .isEqualTo("froze dev: stop\u0001 now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"until=2100-01-01T00:00:00Z", "before=5"})
  void what_is_followed_has_no_end(String query) {
    Answer answer = get("/api/v1/timeline/stream?project=told&" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(query).startsWith(answer.json().path("field").asText() + "=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/timeline?actor=nobody-at-all", "/api/v1/notices?actor=nobody-at-all"})
  void an_actor_whom_nobody_knows_is_a_slip_of_the_pen(String path) {
    assertThat(get(path).json().path("type").asText()).isEqualTo("/problems/unknown-actor");
  }

  @Test
  void actors_are_known_by_name_also_where_an_entry_is_about_them() {
    Answer noted =
        SERVICE.call(
            Role.ADMIN,
            "POST",
            "/api/v1/actors",
            "{\"name\":\"teller\",\"addresses\":[\"teller@example.org\"]}");
    assertThat(noted.status()).as(noted.text()).isEqualTo(200);

    JsonNode about = get("/api/v1/timeline?object=teller").json().path("items");
    assertThat(about.findValuesAsText("type")).containsExactly("addresses-recorded");
    assertThat(about.path(0).path("subject").asText()).isEqualTo("teller");
    assertThat(positions(get("/api/v1/timeline?actor=somebody-admin&object=teller").json()))
        .hasSize(1);
    assertThat(positions(get(HERE + "&actor=teller").json())).isEmpty();
  }
}
