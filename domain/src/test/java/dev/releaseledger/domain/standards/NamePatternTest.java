package dev.releaseledger.domain.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  private static final Map<String, List<String>> WORDS =
      Map.of(
          "{table}", List.of("orders"),
          "{column}", List.of("customer_id"),
          "{columns}", List.of("customer_id", "day"),
          "{referenced_table}", List.of("customers"));

  @ParameterizedTest
  @CsvSource({
    "idx_{table}_{columns}, idx_orders_customer_id_day, true",
    "idx_{table}_{columns}, idx_orders_day_customer_id, false",
    "idx_{table}_{columns}, idx_orders_customer_id_day_2, false",
    "ix_{table}_{column}, ix_orders_customer_id, true",
    "ix_{table}_{column}, IX_Orders_customer_id, true",
    "{table}_{columns}_fkey, orders_customer_id_day_fkey, true",
    "fk_{table}_{column}_{referenced_table}, fk_orders_customer_id_customers, true",
    "ck_{table}_{name}, ck_orders_total_positive, true",
    "ck_{table}_{name}, ck_orders_, false",
    "pk.{table}, pkxorders, false",
    "plain, plain, true"
  })
  void a_name_is_made_as_the_pattern_says(String pattern, String name, boolean fits) {
    assertThat(new NamePattern(pattern).fits(name, WORDS)).isEqualTo(fits);
  }

  @Test
  void what_has_no_name_stands_for_anything() {
    Map<String, List<String>> words = Map.of("{columns}", List.of("", "day"));
    NamePattern pattern = new NamePattern("i_{columns}");
    assertThat(pattern.fits("i_lower_email_day", words)).isTrue();
    assertThat(pattern.fits("i_lower_email", words)).isFalse();
    assertThat(pattern.expected(words)).isEqualTo("i_<...>_day");
  }

  @Test
  void several_things_without_a_name_may_go_by_one() {
    Map<String, List<String>> words = Map.of("{columns}", List.of("", "", "day"));
    NamePattern pattern = new NamePattern("i_{columns}");
    assertThat(pattern.fits("i_repo_day", words)).isTrue();
    assertThat(pattern.fits("i_day", words)).isFalse();
    assertThat(pattern.expected(words)).isEqualTo("i_<...>_day");
  }

  @Test
  void more_words_may_follow_where_columns_are_not_all_there_is_to_it() {
    Map<String, List<String>> words = Map.of("{columns}", List.of("day", NamePattern.MORE));
    NamePattern pattern = new NamePattern("{columns}_idx");
    assertThat(pattern.fits("day_idx", words)).isTrue();
    assertThat(pattern.fits("day_open_idx", words)).isTrue();
    assertThat(pattern.fits("days_idx", words)).isFalse();
    assertThat(pattern.expected(words)).isEqualTo("day_idx");
  }

  @Test
  void how_a_name_is_cut_that_would_be_too_long_is_free() {
    Map<String, List<String>> words =
        Map.of("{table}", List.of("t"), "{columns}", List.of("c".repeat(40), "d".repeat(40)));
    NamePattern pattern = new NamePattern("idx_{table}_{columns}");
    assertThat(pattern.fits("idx_t_c_d", words)).isTrue();
    assertThat(pattern.fits("index_t_c_d", words)).isFalse();
    assertThat(pattern.fits("idx_u_c_d", words)).isFalse();
    assertThat(pattern.expected(words)).isEqualTo("idx_t_<...>");
    Map<String, List<String>> longer = Map.of("{table}", List.of("t".repeat(63)));
    assertThat(pattern.fits("idx_ttt_c", longer)).isTrue();
  }

  @Test
  void placeholders_that_there_are_not_are_told() {
    assertThat(NamePattern.unknown("{table}_{colum}_{}_{colum}", List.of("{table}")))
        .containsExactly("{colum}", "{}");
  }
}
