package dev.releaseledger.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

  private static Scope scope(String text) {
    String[] names = text.split("/");
    return text.equals("*")
        ? Scope.EVERYWHERE
        : new Scope(names[0], names.length == 1 ? null : names[1]);
  }

  @ParameterizedTest
  @CsvSource({
    "*, *, true",
    "*, shop, true",
    "*, shop/prod, true",
    "shop, *, false",
    "shop, shop, true",
    "shop, shop/prod, true",
    "shop, bank, false",
    "shop, bank/prod, false",
    "shop/prod, *, false",
    "shop/prod, shop, false",
    "shop/prod, shop/prod, true",
    "shop/prod, shop/dev, false",
    "shop/prod, bank/prod, false"
  })
  void a_scope_covers_itself_and_what_is_in_it(String one, String other, boolean covered) {
    assertThat(scope(one).covers(scope(other))).isEqualTo(covered);
  }

  @Test
  void an_environment_is_nearer_than_its_project_and_a_project_nearer_than_everything() {
    assertThat(scope("shop/prod").nearness()).isGreaterThan(scope("shop").nearness());
    assertThat(scope("shop").nearness()).isGreaterThan(Scope.EVERYWHERE.nearness());
  }

  @Test
  void an_environment_without_a_project_is_no_scope() {
    @Nullable String none = null;

    assertThatThrownBy(() -> new Scope(none, "prod")).isInstanceOf(IllegalArgumentException.class);
  }
}
