package dev.releaseledger.domain.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class SvgTest {

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_the_names_are_it_is_well_formed_and_runs_nothing(long seed) throws Exception {
    Document document = parsed(Svg.of(Drawings.drawn(seed)));

    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(document.getElementsByTagName("image").getLength()).isZero();
    assertThat(document.getElementsByTagName("g").getLength())
        .as("seed %d", seed)
        .isEqualTo(Drawings.drawn(seed).entities().size());
  }

  @Test
  void it_says_what_the_columns_are() throws Exception {
    String svg =
        Svg.of(
            new Diagram(
                List.of(
                    new Entity(
                        "public.orders",
                        List.of(
                            new Entity.Field("id", "bigint", true, true, false, true),
                            new Entity.Field("u", "bigint", false, false, true, true)),
                        2)),
                List.of()));

    assertThat(parsed(svg).getDocumentElement().getTextContent())
        .contains("orders", "2 partitions", "PK", "FK UK", "id", "bigint");
  }

  @Test
  void nothing_is_a_picture_too() throws Exception {
    assertThat(parsed(Svg.of(new Diagram(List.of(), List.of()))).getDocumentElement().getTagName())
        .isEqualTo("svg");
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
