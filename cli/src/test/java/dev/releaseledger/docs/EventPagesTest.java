package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.store.EventTypes;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventPagesTest {

  private static final String PAGE = Pages.text("docs/events.md");
  private static final Pattern FIELD = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern OPTIONAL =
      Pattern.compile("(?m)^\\| `(\\w+)` \\|[^|]*\\*optional\\*");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

  static Stream<String> events() {
    return EventTypes.byName().keySet().stream();
  }

  @Test
  void every_event_has_a_section_and_every_section_is_an_event() {
    assertThat(Pages.found(Pattern.compile("(?m)^## (\\S+)$"), PAGE))
        .isEqualTo(EventTypes.byName().keySet());
  }

  @Test
  void every_event_is_in_the_overview() {
    assertThat(Pages.found(Pattern.compile("(?m)^\\| \\[([\\w-]+)]\\(#\\1\\)"), PAGE))
        .isEqualTo(EventTypes.byName().keySet());
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_fields_of_an_event_are_all_described(String event) {
    assertThat(Pages.found(FIELD, Pages.section(PAGE, event)))
        .isEqualTo(names(event, component -> true));
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_fields_that_may_be_absent_are_marked(String event) {
    assertThat(Pages.found(OPTIONAL, Pages.section(PAGE, event)))
        .isEqualTo(names(event, component -> isNullable(component)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void the_example_of_an_event_is_one(String event) throws Exception {
    SortedSet<String> examples = Pages.found(EXAMPLE, Pages.section(PAGE, event));
    assertThat(examples).hasSize(1);
    JsonNode example = new ObjectMapper().readTree(examples.first());
    SortedSet<String> members = new TreeSet<>();
    example.fieldNames().forEachRemaining(members::add);

    assertThat(members)
        .isSubsetOf(names(event, component -> true))
        .containsAll(names(event, component -> !isNullable(component)));
  }

  private interface Choice {
    boolean takes(RecordComponent component);
  }

  private static SortedSet<String> names(String event, Choice choice) {
    SortedSet<String> names = new TreeSet<>();
    Arrays.stream(Objects.requireNonNull(EventTypes.byName().get(event)).getRecordComponents())
        .filter(choice::takes)
        .forEach(component -> names.add(component.getName()));
    return names;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
