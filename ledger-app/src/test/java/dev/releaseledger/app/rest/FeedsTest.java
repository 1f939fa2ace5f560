package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.AccessTokens.Limits;
import dev.releaseledger.app.access.Actors;
import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.environment.EnvironmentCommand.FreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentCommand.UnfreezeEnvironment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.project.ProjectCommand.CreateProject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Notices as feed readers get them. */
class FeedsTest {

  private static final ServiceInTest SERVICE = ServiceInTest.running();
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String PROJECT = "/api/v1/projects/fed/feed";
  private static final String DEV = "/api/v1/projects/fed/environments/dev/feed";

  private static String reader;
  private static Operator dev;

  @BeforeAll
  static void fill() {
    Ledger ledger = SERVICE.the(Ledger.class);
    ledger.record(
        new CreateProject(
            "fed", "/srv/none.git", Operator.at("schema"), Operator.ALICE, Operator.BEGIN));
    dev = new Operator(ledger, "fed", "dev");
    dev.create(0);
    dev.freeze("a <b> & \u0001 control");
    dev.unfreeze();
    dev.rollOut("rol_fed", "fp:a", "fp:b");
    Operator prod = new Operator(ledger, "fed", "prod");
    settle(prod.create(0));
    reader = token(Role.VIEWER, Scope.of("fed"));
  }

  private static void settle(long position) {
    assertThat(SERVICE.the(Projections.class).await(position, Duration.ofSeconds(20))).isTrue();
  }

  private static String token(Role role, Scope scope) {
    String actor = SERVICE.the(Actors.class).ensure("newsroom", Actors.Kind.SERVICE);
    return SERVICE
        .the(AccessTokens.class)
        .issue(actor, new Limits(role, scope, Caller.TRIGGERS, null), null, actor)
        .secret();
  }

  private static String basic(String password) {
    return "Basic "
        + Base64.getEncoder().encodeToString(("feed:" + password).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<InputStream> get(String path) {
    return Streams.open(path, "Authorization", basic(reader));
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(Streams.text(get(path)));
  }

  private static Element atom(String path) throws Exception {
    DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
    xml.setNamespaceAware(true);
    String text = Streams.text(get(path));
    return xml.newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && ATOM.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static String text(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).getFirst().getTextContent();
  }

  private static List<String> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  @Test
  void atom_has_what_the_standard_asks_for() throws Exception {
    Element feed = atom(DEV + ".atom");
    List<Element> entries = children(feed, "entry");

    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(text(feed, "id")).startsWith("urn:uuid:");
    assertThat(text(feed, "title")).isEqualTo("Release Ledger: fed/dev");
    assertThat(links(feed, "self")).containsExactly(SERVICE.url() + DEV + ".atom");
    assertThat(links(feed, "alternate")).hasSize(1);
    assertThat(entries).hasSizeGreaterThan(4);
    assertThat(Instant.parse(text(feed, "updated")))
        .isEqualTo(Instant.parse(text(entries.getFirst(), "updated")));
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(text(entry, "id")).startsWith("urn:uuid:");
          assertThat(text(entry, "title")).isNotBlank();
          assertThat(Instant.parse(text(entry, "updated"))).isNotNull();
          assertThat(text(children(entry, "author").getFirst(), "name")).isNotBlank();
          assertThat(links(entry, "alternate")).hasSize(1);
          assertThat(children(entry, "category")).hasSizeGreaterThan(2);
        });
    assertThat(entries).extracting(entry -> text(entry, "id")).doesNotHaveDuplicates();
    assertThat(entries)
        .extracting(entry -> text(entry, "content"))
        .anySatisfy(content -> assertThat(content).contains("a <b> & \uFFFD control"))
        .noneSatisfy(content -> assertThat(content).contains("committed statement"));
  }

  @Test
  void json_has_what_the_standard_asks_for_and_the_same_ids() throws Exception {
    JsonNode feed = json(DEV + ".json");

    assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("feed_url").asText()).isEqualTo(SERVICE.url() + DEV + ".json");
    List<String> ids = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      ids.add(item.path("id").asText());
      assertThat(item.path("content_text").asText()).isNotBlank();
      assertThat(item.path("authors").path(0).path("name").asText()).isNotBlank();
      assertThat(Instant.parse(item.path("date_published").asText())).isNotNull();
    }
    assertThat(ids)
        .isEqualTo(
            children(atom(DEV + ".atom"), "entry").stream()
                .map(entry -> text(entry, "id"))
                .toList());
  }

  @Test
  void an_item_leads_to_the_thing_it_is_about() throws Exception {
    JsonNode released = json(DEV + ".json?action=release-advanced").path("items");
    JsonNode proposed = json(DEV + ".json?action=plan-proposed").path("items");

    assertThat(released).hasSize(1);
    assertThat(released.path(0).path("url").asText()).contains("/api/v1/releases/rel_");
    assertThat(proposed.path(0).path("url").asText()).endsWith("/api/v1/rollouts/rol_fed");
  }

  @Test
  void the_feed_of_a_project_has_what_happens_in_all_of_it() throws Exception {
    List<String> titles = json(PROJECT + ".json?limit=200").path("items").findValuesAsText("title");

    assertThat(titles).anyMatch(title -> title.contains("created project fed"));
    assertThat(titles).anyMatch(title -> title.contains("created environment prod"));
    assertThat(titles).hasSizeGreaterThan(json(DEV + ".json").path("items").size());
    assertThat(json("/api/v1/feed.json?limit=200").path("items").findValuesAsText("title"))
        .isEqualTo(titles);
  }

  @Test
  void older_notices_are_on_the_next_page() throws Exception {
    List<String> whole = json(PROJECT + ".json").path("items").findValuesAsText("id");
    List<String> paged = new ArrayList<>();
    String path = PROJECT + ".json?limit=3";
    while (!path.isEmpty()) {
      JsonNode page = json(path);
      paged.addAll(page.path("items").findValuesAsText("id"));
      path = page.path("next_url").asText("").replace(SERVICE.url(), "");
    }

    assertThat(paged).isEqualTo(whole);
    assertThat(links(atom(PROJECT + ".atom?limit=3"), "next")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {DEV + ".atom", DEV + ".json"})
  void what_a_reader_has_already_is_not_sent_again(String path) {
    HttpResponse<InputStream> first = get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    String modified = first.headers().firstValue("Last-Modified").orElseThrow();

    assertThat(status(path, "If-None-Match", tag)).isEqualTo(304);
    assertThat(status(path, "If-Modified-Since", modified)).isEqualTo(304);
    assertThat(status(path, "If-None-Match", "W/\"other\"")).isEqualTo(200);
    settle(dev.freeze("something new"));
    assertThat(status(path, "If-None-Match", tag)).isEqualTo(200);
    settle(dev.unfreeze());
  }

  @Test
  void two_notices_of_one_second_are_two_for_who_asks_by_time_alone() {
    Ledger ledger = SERVICE.the(Ledger.class);
    EnvironmentId now = new EnvironmentId("fed", "now");
    new Operator(ledger, now.project(), now.environment()).create(0);
    Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    settle(ledger.record(new FreezeEnvironment(now, "stop", Operator.ALICE, at)));
    String path = "/api/v1/projects/fed/environments/now/feed.atom";
    HttpResponse<InputStream> first = get(path);
    settle(ledger.record(new UnfreezeEnvironment(now, "go", Operator.ALICE, at.plusMillis(300))));

    String seen = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    assertThat(first.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(status(path, "If-Modified-Since", seen)).isEqualTo(200);
  }

  @Test
  void a_feed_says_where_it_is_whatever_its_query_says() throws Exception {
    String path = DEV + ".atom?limit=1&x=a=b";
    Element feed = atom(path);

    assertThat(links(feed, "self")).containsExactly(SERVICE.url() + path);
    assertThat(links(feed, "next").getFirst()).startsWith(SERVICE.url() + path + "&before=");
  }

  private static int status(String path, String header, String value) {
    return Streams.open(path, "Authorization", basic(reader), header, value).statusCode();
  }

  @Test
  void a_password_opens_feeds_and_nothing_else() {
    HttpResponse<InputStream> none = Streams.open(DEV + ".atom");

    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().allValues("WWW-Authenticate")).anyMatch(it -> it.startsWith("Basic"));
    assertThat(get(DEV + ".atom").statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/timeline").statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/projects/fed").statusCode()).isEqualTo(401);
    assertThat(Streams.open(DEV + ".atom", "Authorization", basic("rl_wrong")).statusCode())
        .isEqualTo(401);
    assertThat(Streams.open(DEV + ".atom", "Authorization", "Basic !").statusCode()).isEqualTo(401);
    assertThat(Streams.open(DEV + ".atom?access_token=" + reader).statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_that_does_more_than_read_is_no_password() {
    String strong = token(Role.DEPLOYER, Scope.of("fed"));

    HttpResponse<InputStream> refused = Streams.open(DEV + ".atom", "Authorization", basic(strong));

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Streams.text(refused)).contains("feed-token-too-strong", "deployer");
    assertThat(Streams.open(DEV + ".atom", "Authorization", "Bearer " + strong).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_reader_sees_what_its_token_sees() {
    String limited = token(Role.VIEWER, new Scope("fed", "prod"));

    assertThat(Streams.open(DEV + ".atom", "Authorization", basic(limited)).statusCode())
        .isEqualTo(403);
    assertThat(Streams.text(Streams.open(PROJECT + ".json", "Authorization", basic(limited))))
        .contains("created environment prod")
        .doesNotContain("created environment dev");
  }
}
