package dev.releaseledger.app.store;

import dev.releaseledger.domain.privacy.FreeText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which members of an event are free texts, as the events themselves declare it. */
final class FreeTextFields {

  private static final Map<Class<?>, Set<String>> BY_EVENT =
      EventTypes.byName().values().stream()
          .collect(Collectors.toUnmodifiableMap(Function.identity(), FreeTextFields::declared));

  private FreeTextFields() {}

  /** The members of an event, or of anything else, that are free texts. */
  static Set<String> of(Class<?> event) {
    return BY_EVENT.getOrDefault(event, Set.of());
  }

  /** The members of all events that are free texts. */
  static SortedSet<String> names() {
    return BY_EVENT.values().stream()
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> declared(Class<?> event) {
    return Arrays.stream(event.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(FreeText.class))
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
