package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]+]\\(([^)\\s]+)\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");

  private static final List<Path> PAGES = Pages.filesBelow(List.of(""), ".md");

  @Test
  void there_are_pages_to_look_at() {
    assertThat(PAGES).hasSizeGreaterThan(100).contains(Pages.at("README.md"));
  }

  @Test
  void every_relative_link_leads_to_a_file_and_a_heading_in_it() {
    List<String> broken = new ArrayList<>();
    for (Path page : PAGES) {
      String text = FENCED.matcher(Pages.text(page)).replaceAll("");
      LINK.matcher(text)
          .results()
          .map(match -> match.group(1))
          .filter(link -> !link.matches("[a-z]+:.*"))
          .filter(link -> !leadsSomewhere(page, link))
          .forEach(link -> broken.add(page + ": " + link));
    }

    assertThat(broken).isEmpty();
  }

  @Test
  void every_page_below_docs_is_reached_from_another_page() {
    List<Path> reached = new ArrayList<>();
    for (Path page : PAGES) {
      LINK.matcher(Pages.text(page))
          .results()
          .map(match -> match.group(1).replaceAll("#.*", ""))
          .filter(link -> !link.isEmpty() && !link.matches("[a-z]+:.*"))
          .forEach(link -> reached.add(page.resolveSibling(link).normalize()));
    }

    assertThat(reached).containsAll(Pages.filesBelow(List.of("docs"), ".md"));
  }

  private static boolean leadsSomewhere(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1 || anchors(file).contains(parts[1]);
  }

  private static List<String> anchors(Path file) {
    String text = FENCED.matcher(Pages.text(file)).replaceAll("");
    return HEADING.matcher(text).results().map(LinksTest::anchor).toList();
  }

  private static String anchor(MatchResult heading) {
    return heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
  }
}
