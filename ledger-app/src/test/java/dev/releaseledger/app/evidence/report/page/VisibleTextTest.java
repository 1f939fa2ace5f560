package dev.releaseledger.app.evidence.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

  @Test
  void marks_that_turn_text_around_are_shown_by_their_numbers() {
    assertThat(VisibleText.line("invoice\u202Egnp.exe\u2066"))
        .isEqualTo("invoice[U+202E]gnp.exe[U+2066]");
  }

  @Test
  void controls_private_letters_and_half_letters_are_shown_by_their_numbers() {
    assertThat(VisibleText.line("a\u0000b\u001Bc\uE000d\uD800e"))
        .isEqualTo("a[U+0000]b[U+001B]c[U+E000]d[U+D800]e");
  }

  @Test
  void lines_become_one_where_one_is_wanted() {
    assertThat(VisibleText.line(" a \r\n  b\tc\n")).isEqualTo("a b c");
  }

  @Test
  void statements_keep_their_lines() {
    assertThat(VisibleText.lines("select 1,\r\n\t2;\n")).isEqualTo("select 1,\n    2;");
  }

  @Test
  void letters_of_all_people_stay() {
    assertThat(VisibleText.line("Ångström Иванов שלום 顧客 می\u200Cخواهم 👩\u200D🔬"))
        .isEqualTo("Ångström Иванов שלום 顧客 می\u200Cخواهم 👩\u200D🔬");
  }

  @Test
  void words_keep_the_space_to_their_neighbours() {
    assertThat(Text.of("a ").and(Text.code("b")).and(" c").plain()).isEqualTo("a b c");
  }
}
