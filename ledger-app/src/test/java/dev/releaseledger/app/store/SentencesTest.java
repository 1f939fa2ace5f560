package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.export.EvidenceEvent;
import dev.releaseledger.domain.log.LogEvent;
import dev.releaseledger.domain.notice.SubscriptionEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.timeline.Sentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void every_event_is_said_in_words(Sample sample) {
    assertThat(sentence(sample))
        .isNotBlank()
        .doesNotContain("null", "Optional", "[", "%")
        .doesNotEndWith(": ")
        .matches("[a-z].*");
  }

  @Test
  void no_two_events_are_said_alike() {
    assertThat(Sample.all().stream().filter(sample -> sample.variant().isEmpty()))
        .extracting(SentencesTest::sentence)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          project-created.json          | created project shop from https://git.example/shop.git
          environment-created.json      | created environment prod, 2 approvals required
          environment-frozen.json       | froze prod: Black Friday
          plan-approved.bare.json       | approved rol_01KFB32WG0AAAAAAAAAAAAAAAA
          plan-deferred.json            | deferred rol_01KFB32WG0AAAAAAAAAAAAAAAA until 2026-02-01: not now
          apply-refused.json            | was refused an apply of main to prod: destructive-without-force
          drift-check-passed.json       | found no drift in prod (after applying)
          release-advanced.json         | advanced prod to release rel_01KFB32WG0AAAAAAAAAAAAAAAB
          role-granted.json             | granted deployer in shop/prod to act_01KFB32WG0AAAAAAAAAAAAAAAE: ticket 9
          role-revoked.bare.json        | revoked deployer everywhere from group dba
          member-added.bare.json        | added act_01KFB32WG0AAAAAAAAAAAAAAAE to group dba
          token-issued.bare.json        | issued tok_01KFB32WG0AAAAAAAAAAAAAAAG to act_01KFB32WG0AAAAAAAAAAAAAAAE, with its holder's roles everywhere
          addresses-recorded.bare.json  | recorded 2 addresses of act_01KFB32WG0AAAAAAAAAAAAAAAE as an author
          subscription-created.json     | subscribed pager (webhook to https://pager.example) to apply-failed, drift-detected from warning on in shop/prod: ticket 9
          subscription-created.bare.json | subscribed dbas (mail to 2 addresses at example.org) to everything everywhere
          subscription-paused.bare.json | paused subscription pager
          deliveries-replayed.bare.json | had all that was given up of subscription pager sent once more
          evidence-exported.json        | exported the evidence of release rel_01KFB32WG0AAAAAAAAAAAAAAAB, which rol_01KFB32WG0AAAAAAAAAAAAAAAA led to, with the names of people, proven by the log of 81 leaves
          evidence-exported.bare.json   | exported the evidence of everything, proven by the log of 81 leaves
          statement-logged.json         | had a statement signed and logged, c2lnbmVk
          log-key-rotated.json          | had the log signed with another key, ledger.example.org/prod+00000002+Ag==, and for now with the one before as well: yearly
          log-key-retired.bare.json     | retired a key of the log, ledger.example.org/prod+00000001+AQ==
          log-frozen.json               | froze the log, of which others keep 95 leaves; nothing behind them is to be believed: the key is out
          log-frozen.bare.json          | froze the log, which had 95 leaves
          log-continued.json            | began the log where ledger.example.org/prod ended, with 96 leaves
          release-advanced.bare.json    | baselined prod to release rel_01KFB32WG0AAAAAAAAAAAAAAAB
          """)
  void a_sentence_is_read_after_its_actors_name(String file, String expected) {
    assertThat(Sample.all())
        .filteredOn(sample -> sample.file().equals(file))
        .extracting(SentencesTest::sentence)
        .containsExactly(expected);
  }

  private static String sentence(Sample sample) {
    return switch (sample.event()) {
      case ProjectEvent event -> Sentences.of(event);
      case EnvironmentEvent event -> Sentences.of(event);
      case AccessEvent event -> Sentences.of(event);
      case SubscriptionEvent event -> Sentences.of(event);
      case EvidenceEvent event -> Sentences.of(event);
      case LogEvent event -> Sentences.of(event);
      default -> throw new AssertionError("no event: " + sample);
    };
  }
}
