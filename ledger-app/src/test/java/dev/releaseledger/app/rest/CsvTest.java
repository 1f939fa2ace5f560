package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

  /** A cell, and how it is written. */
  record Case(String cell, String written) {}

  static List<Case> cases() {
    return List.of(
        new Case("plain", "plain"),
        new Case("", ""),
        new Case("two words", "two words"),
        new Case("a,b", "\"a,b\""),
        new Case("say \"no\"", "\"say \"\"no\"\"\""),
        new Case("one\ntwo", "\"one\ntwo\""),
        new Case("one\r\ntwo", "\"one\r\ntwo\""),
        new Case(" around ", "\" around \""),
        new Case("=1+1", "'=1+1"),
        new Case("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
        new Case("+49", "'+49"),
        new Case("-1", "'-1"),
        new Case("@SUM(A1)", "'@SUM(A1)"),
        new Case("\tcmd", "'\tcmd"),
        new Case("a=b", "a=b"),
        new Case("Ünïcödé", "Ünïcödé"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_cell_is_written_so_that_it_is_read_as_it_is(Case it) {
    assertThat(Csv.line(List.of(it.cell()))).isEqualTo(it.written() + "\r\n");
  }

  @Test
  void cells_stand_in_a_line_and_what_is_absent_is_empty() {
    assertThat(Csv.line(Arrays.asList(1L, null, "x"))).isEqualTo("1,,x\r\n");
  }
}
