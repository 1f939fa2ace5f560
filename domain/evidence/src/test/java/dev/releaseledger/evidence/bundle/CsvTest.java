package dev.releaseledger.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A"
      })
  void what_a_spreadsheet_would_compute_is_text(String formula) {
    assertThat(cell(formula)).isEqualTo("'" + formula);
  }

  @Test
  void a_formula_with_commas_and_quotes_is_one_cell_and_text() {
    assertThat(cell("=HYPERLINK(\"http://evil\",\"x\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"");
  }

  @Test
  void lines_within_a_cell_stay_within_it() {
    assertThat(cell("one\ntwo")).isEqualTo("\"one\ntwo\"");
    assertThat(cell("\n=1")).isEqualTo("\"'\n=1\"");
  }

  @Test
  void a_mark_within_a_cell_is_no_formula() {
    assertThat(cell("a=b")).isEqualTo("a=b");
    assertThat(cell("")).isEmpty();
  }

  private static String cell(String value) {
    String text =
        new String(Csv.of(List.of("name"), List.of(List.of(value))), StandardCharsets.UTF_8);
    return text.substring("name\r\n".length(), text.length() - 2);
  }
}
