package dev.releaseledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "plain words;plain words",
        "a | b;a \\| b",
        "rol_1 and a_b;rol_1 and a_b",
        "**bold** _it_;\\*\\*bold\\*\\* \\_it\\_",
        "<script>;~&lt;script&gt;~",
        "[click](http://evil);\\[click\\](http:<!-- -->//evil)",
        "![x](y);\\!\\[x\\](y)",
        "@everyone;@<!-- -->everyone",
        "see #12;see \\#12",
        "# heading;\\# heading",
        "- item;\\- item",
        "1. item;1\\. item",
        "~a &amp; b~;~a &amp;amp; b~",
        "www.example.org;www<!-- -->.example.org",
        "`code`;\\`code\\`",
        "$x$;\\$x\\$",
        "~two\nlines~;two lines"
      })
  void what_people_write_stays_text(String text, String markdown) {
    assertThat(MarkdownText.text(text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "https://git.example/pull/7;<https://git.example/pull/7>",
        "http://ci.example:8080/a?b=1#c;<http://ci.example:8080/a?b=1#c>",
        "https://a.example/x|y;https:<!-- -->//a.example/x\\|y",
        "https://user@a.example/;https:<!-- -->//user@<!-- -->a.example/",
        "javascript:alert(1);javascript:alert(1)",
        "see https://a.example;see https:<!-- -->//a.example",
        "SHOP-7;SHOP-7"
      })
  void a_reference_is_a_link_only_where_it_is_an_address(String reference, String markdown) {
    assertThat(MarkdownText.reference(reference)).isEqualTo(markdown);
  }

  @Test
  void what_cannot_be_seen_is_left_out() {
    assertThat(MarkdownText.text("a\u202eb\u0007c")).isEqualTo("a b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"name;`name`", "a|b;`a\\|b`", "a`b;``a`b``", "`a;`` `a ``", "~a\nb~;`a b`"})
  void code_is_ended_by_nothing_in_it(String text, String markdown) {
    assertThat(MarkdownText.code(text)).isEqualTo(markdown);
  }
}
