package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.LedgerPeriod;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.Population;
import dev.releaseledger.evidence.bundle.Sample;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every check of the bundle of a period, in order. */
final class PeriodChecks {

  private final Content content;
  private final TrustFile trust;
  private final Optional<Held> held;
  private final Findings findings;

  PeriodChecks(Content content, TrustFile trust, Optional<Held> held, Findings findings) {
    this.content = content;
    this.trust = trust;
    this.held = held;
    this.findings = findings;
  }

  /** What the bundle is about, where that is proven. */
  Optional<String> run() {
    StatementCheck statements = new StatementCheck(content);
    Known<BundleVerifier.Proven> proven =
        findings.make(
            Check.SIGNATURE,
            () -> statements.signature(trust, BundleKind.PERIOD.statementBundle()));
    Known<LedgerPeriod> said =
        findings.make(Check.STATEMENT, () -> statements.period(proven.get().statement()));
    findings.make(Check.SUBJECTS, () -> statements.subjects(proven.get().statement()));
    LogFindings log = new LogFindings(content, trust, held, findings);
    Known<Checkpoint> to =
        log.checkpoint(
            proven, () -> named(said.get(), said.get().to()), () -> said.get().to().size() - 1);
    Known<Leaves> leaves =
        findings.make(Check.POPULATION, () -> Leaves.between(content, from(said.get()), to.get()));
    Known<Population> population =
        findings.make(
            Check.CONTENT, () -> new PeriodEvents(content, leaves.get(), to.get()).stored());
    findings.make(
        Check.SEQUENCE,
        () -> new PeriodEvents(content, leaves.get(), to.get()).sequence(population.get()));
    Known<LogHistory> history =
        findings.make(
            Check.KEYS,
            () -> new KeysCheck(content, trust, leaves.get(), to.get()).of(population.get()));
    lists(said, population);
    log.times(
        proven,
        () ->
            Stream.concat(claims(leaves.get(), to.get()).stream(), told(population.get()))
                .toList());
    log.against(to, leaves.value(), history.value());
    return said.value()
        .map(period ->
            Shown.of(
                "everything from size "
                    + period.from().size()
                    + " to "
                    + period.to().size()
                    + " of "
                    + period.origin()));
  }

  private void lists(Known<LedgerPeriod> said, Known<Population> population) {
    findings.make(
        Check.RELEASES,
        () -> {
          int rows = population.get().releases().size();
          Stop.unless(
              said.get().releases() == rows, "the statement says another number of releases");
          demandSame(PeriodFiles.RELEASES, population.get().releasesCsv());
          return Passed.of(Amounts.of(rows, "release"));
        });
    findings.make(
        Check.EXCEPTIONS,
        () -> {
          int rows = population.get().exceptions().size();
          Stop.unless(
              said.get().exceptions() == rows, "the statement says another number of exceptions");
          demandSame(PeriodFiles.EXCEPTIONS, population.get().exceptionsCsv());
          demandSame(PeriodFiles.EXCEPTIONS_JSON, population.get().exceptionsJson());
          return Passed.of(Amounts.of(rows, "exception"));
        });
    findings.make(
        Check.SAMPLE,
        () -> {
          Optional<Sample> asked = said.get().sample();
          Stop.unless(
              asked.isPresent() || content.find(PeriodFiles.SAMPLE).isEmpty(),
              "there is a sample that nobody asked for");
          Sample sample = asked.orElseThrow(() -> Stop.notApplicable("no sample was asked for"));
          demandSame(PeriodFiles.SAMPLE, sample.csv(population.get().releases()));
          return Passed.of("seed " + sample.seed());
        });
  }

  private void demandSame(String name, byte[] computed) {
    Stop.unless(Arrays.equals(content.get(name), computed), name + " is not what the events say");
  }

  /** The first checkpoint. */
  private Checkpoint from(LedgerPeriod said) {
    Note note = Note.parse(content.get(PeriodFiles.FROM)).orThrow();
    Checkpoint checkpoint = new LogKeys(trust).signed(note).checkpoint();
    Stop.unless(
        checkpoint.origin().equals(said.origin())
            && checkpoint.size() == said.from().size()
            && checkpoint.root().equals(said.from().root()),
        "the statement names another first checkpoint");
    return checkpoint;
  }

  private static LogChecks.Named named(LedgerPeriod said, LedgerPeriod.Edge edge) {
    return new LogChecks.Named(said.origin(), edge.size(), edge.root());
  }

  /** What the events say themselves, from which the rows have their times. */
  private static Stream<TimesCheck.Claim> told(Population population) {
    return Stream.concat(population.earlier().stream(), population.within().stream())
        .flatMap(TimesCheck::claims);
  }

  private static List<TimesCheck.Claim> claims(Leaves leaves, Checkpoint to) {
    List<TimesCheck.Claim> claims = new ArrayList<>();
    for (long index = leaves.first(); index < to.size(); index++) {
      long place = index;
      leaves.at(index).ifPresent(leaf -> claims.add(new TimesCheck.Claim(place, leaf.at())));
    }
    return claims;
  }
}
