package dev.releaseledger.domain.standards;

import static dev.releaseledger.domain.standards.Standard.GrammaticalNumber.PLURAL;
import static dev.releaseledger.domain.standards.Standard.GrammaticalNumber.SINGULAR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "order_items",
        "people",
        "user_addresses",
        "statuses",
        "categories",
        "indices",
        "menus",
        "quotas",
        "orders_2024",
        "items2",
        "members_of_team",
        "configs_github"
      })
  void many(String name) {
    assertThat(EnglishNumber.fits(name, PLURAL)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "order_item", "person", "address", "category", "status_log"})
  void not_many(String name) {
    assertThat(EnglishNumber.fits(name, PLURAL)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "address",
        "status",
        "alias",
        "analysis",
        "address2",
        "news",
        "sms",
        "gps",
        "is_open",
        "chaos",
        "_",
        "größe"
      })
  void one(String name) {
    assertThat(EnglishNumber.fits(name, SINGULAR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "tags", "children", "categories"})
  void not_one(String name) {
    assertThat(EnglishNumber.fits(name, SINGULAR)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"series", "metadata", "order_history", "https"})
  void either(String name) {
    assertThat(EnglishNumber.fits(name, SINGULAR)).isTrue();
    assertThat(EnglishNumber.fits(name, PLURAL)).isTrue();
  }
}
