package dev.releaseledger.app.store;

import dev.releaseledger.domain.privacy.FreeText;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
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

  private static Set<String> declared(Class<?> event) {
    return Arrays.stream(event.getRecordComponents())
        .filter(component -> component.isAnnotationPresent(FreeText.class))
        .map(RecordComponent::getName)
        .collect(Collectors.toUnmodifiableSet());
  }
}
