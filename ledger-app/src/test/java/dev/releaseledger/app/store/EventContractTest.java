package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.project.ProjectEvent.ProjectFrozen;
import dev.releaseledger.evidence.Utf8;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.key.Sha256;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is stored stays readable, and stays what it is.
 *
 * <p>The approved files are the ledger's stored bytes. An event may get a field that may be absent;
 * what its file said before is kept, and read. One that has to look different otherwise gets a new
 * revision and an upcaster for the old one.
 */
class EventContractTest {

  private static final Path APPROVED = Path.of("src/test/resources/events");

  private static final Path BEFORE = Path.of("src/test/resources/events-before");

  private final Map<String, String> texts = new HashMap<>();
  private final LedgerSerializer serializer = new LedgerSerializer(LedgerJson.mapper(), this::keep);

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_stored_as_exactly_the_approved_bytes(Sample sample) throws IOException {
    String stored = serializer.serialize(sample.event(), String.class).getData();

    assertThat(opened(stored)).isEqualTo(approved(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void of_free_texts_only_digests_are_stored(Sample sample) {
    String stored = serializer.serialize(sample.event(), String.class).getData();

    assertThat(SaltedText.in(stored)).containsExactlyInAnyOrderElementsOf(texts.keySet());
    assertThat(texts.values()).noneMatch(text -> stored.contains('"' + text + '"'));
    assertThat(SaltedText.isIn(Utf8.encode(stored))).isEqualTo(!texts.isEmpty());
  }

  @Test
  void the_form_of_a_digest_is_this() {
    Object frozen = new ProjectFrozen("shop", "year \"end\"", "act_1", Instant.EPOCH);

    String stored = serializer.serialize(frozen, String.class).getData();

    assertThat(stored)
        .isEqualTo(
            """
            {"project":"shop","reason":{"salted":"sha256:%s"},"actor":"act_1",\
            "at":"1970-01-01T00:00:00Z"}\
            """,
            texts.keySet().iterator().next());
    assertThat(serializer.<String, Object>deserialize(stored("project-frozen", opened(stored))))
        .isEqualTo(frozen);
  }

  @Test
  void a_database_that_is_called_as_the_form_is_no_text() {
    String payload =
        "{\"base\":{\"salted\":\"sha256:" + "0".repeat(64) + "\"},\"actor\":\"act_1\"}";

    assertThat(opened(payload)).isEqualTo(payload);
    assertThat(SaltedText.in(payload)).isEmpty();
  }

  @Test
  void a_text_that_looks_like_a_digest_is_a_text() {
    String imitation = "{\"salted\":\"sha256:" + "0".repeat(64) + "\"}";
    Object frozen = new ProjectFrozen("shop", imitation, imitation, Instant.EPOCH);

    String stored = serializer.serialize(frozen, String.class).getData();

    assertThat(serializer.<String, Object>deserialize(stored("project-frozen", opened(stored))))
        .isEqualTo(frozen);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void the_approved_bytes_are_read_as_the_event(Sample sample) throws IOException {
    Object read = serializer.deserialize(stored(sample.name(), approved(sample)));

    assertThat(read).isEqualTo(sample.event());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_event_is_stored_under_its_ledger_name_and_revision(Sample sample) {
    SerializedObject<String> stored = serializer.serialize(sample.event(), String.class);

    assertThat(stored.getType().getName()).isEqualTo(sample.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(stored.getType().getRevision()).isEqualTo("1");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_field_that_a_later_version_adds_does_not_disturb_an_older_one(Sample sample)
      throws IOException {
    String later = approved(sample).replaceFirst("\\{", "{\"addedLater\":{\"a\":[1]},");

    assertThat(serializer.<String, Object>deserialize(stored(sample.name(), later)))
        .isEqualTo(sample.event());
  }

  @Test
  void every_event_has_a_sample_with_every_field_set() {
    assertThat(Sample.all().stream().filter(sample -> sample.variant().isEmpty()))
        .allSatisfy(sample -> assertThat(sample.event()).hasNoNullFieldsOrProperties())
        .extracting(Sample::name)
        .containsExactlyInAnyOrderElementsOf(EventTypes.byName().keySet());
  }

  @Test
  void every_event_with_something_that_may_be_absent_has_a_sample_without_it() {
    List<String> nullable =
        EventTypes.byName().entrySet().stream()
            .filter(entry ->
                Arrays.stream(entry.getValue().getRecordComponents())
                    .anyMatch(EventContractTest::isNullable))
            .map(entry -> entry.getKey())
            .toList();

    assertThat(Sample.all().stream().filter(sample -> sample.variant().equals("bare")))
        .extracting(Sample::name)
        .containsExactlyInAnyOrderElementsOf(nullable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan-proposed", "plan-approved", "apply-started"})
  void an_entry_from_before_a_field_was_there_is_read(String name) throws IOException {
    Object read = serializer.deserialize(stored(name, older(name)));

    switch (read) {
      case PlanProposed e -> assertThat(e.terms()).isNull();
      case PlanApproved e -> {
        assertThat(e.complete()).isNull();
        assertThat(e.capacities()).isEmpty();
      }
      case ApplyStarted e -> assertThat(e.gates()).isEmpty();
      default -> throw new AssertionError(read);
    }
  }

  @Test
  void no_approved_file_is_left_over() throws IOException {
    try (Stream<Path> files = Files.list(APPROVED)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(Sample.all().stream().map(Sample::file).toList());
    }
  }

  @Test
  void what_is_no_event_keeps_its_class_name() {
    assertThat(serializer.typeForClass(String.class).getName()).isEqualTo("java.lang.String");
  }

  private String opened(String stored) {
    return SaltedText.opened(stored, texts::get);
  }

  private Sha256 keep(String text, String actor) {
    Sha256 commitment = RevealedText.commitment(new byte[] {(byte) texts.size()}, text);
    texts.put(commitment.hex(), text);
    return commitment;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static SimpleSerializedObject<String> stored(String name, String bytes) {
    return new SimpleSerializedObject<>(bytes, String.class, name, "1");
  }

  private static String older(String name) throws IOException {
    return Files.readString(BEFORE.resolve(name + ".json"));
  }

  private static String approved(Sample sample) throws IOException {
    return Files.readString(APPROVED.resolve(sample.file()));
  }
}
