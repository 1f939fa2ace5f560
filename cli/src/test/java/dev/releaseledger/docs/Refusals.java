package dev.releaseledger.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.releaseledger.domain.environment.RolloutStatus;
import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.gate.Gates;
import dev.releaseledger.domain.policy.gate.GatesUnmet;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One refusal of every kind there is, by its slug. */
final class Refusals {

  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class,
          "it",
          int.class,
          1,
          long.class,
          1L,
          List.class,
          List.of("it"),
          Set.class,
          Set.of("it"),
          RolloutStatus.class,
          RolloutStatus.FAILED,
          Instant.class,
          Instant.EPOCH);

  /** Problems that are met in two places, and are the same no in both. */
  private static final Set<String> SHARED =
      Set.of("contract-forbids", "drift-present", "not-frozen");

  private Refusals() {}

  static SortedMap<String, Refusal> bySlug() {
    SortedMap<String, Refusal> refusals = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("dev.releaseledger.domain", "dev.releaseledger.app")) {
      if (type.isAssignableTo(Refusal.class) && !type.isInterface() && !speaksForAnother(type)) {
        examples(type.reflect()).forEach(refusal -> add(refusal, refusals));
      }
    }
    return refusals;
  }

  private static void add(Refusal refusal, SortedMap<String, Refusal> refusals) {
    String slug = refusal.slug();
    Refusal other = refusals.put(slug, refusal);
    if (other != null && !(SHARED.contains(slug) && other.category() == refusal.category())) {
      throw new IllegalStateException("two refusals are called " + slug);
    }
  }

  /** A plan that stands before gates has the name of the first of them. */
  private static Stream<Refusal> examples(Class<?> type) {
    return type == GatesUnmet.class
        ? Gates.ALL.stream()
            .map(gate -> new GatesUnmet("it", "it", List.of(gate.unmet("it", "it"))))
        : Stream.of(example(type));
  }

  /** One that adds words to another refusal is documented with that one. */
  private static boolean speaksForAnother(JavaClass type) {
    return type.getFields().stream()
        .anyMatch(field -> field.getRawType().isAssignableTo(Refusal.class));
  }

  private static Refusal example(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalStateException(type + " is no record");
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = Arrays.stream(types).map(VALUES::get).toArray();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (Refusal) constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no example of " + type, e);
    }
  }
}
