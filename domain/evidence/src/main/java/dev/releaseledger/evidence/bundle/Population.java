package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.event.Ballot;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The releases and the exceptions of a period, computed from its events; writer and verifier both
 * do this, so that a list that differs in a byte is noticed.
 */
public final class Population {

  private static final Set<String> SELF_APPROVALS =
      Set.of("own-plan", "own-commits", "duties-not-separated");

  private final List<Entry> within;
  private final List<Entry> earlier;
  private final Map<String, List<Entry>> byRollout;
  private @Nullable List<ReleaseRow> releases;
  private @Nullable List<ExceptionRow> exceptions;

  /**
   * The population that these events are.
   *
   * @param within events between the checkpoints, in the order of the log
   * @param earlier events before
   */
  public Population(List<Entry> within, List<Entry> earlier) {
    this.within = List.copyOf(within);
    this.earlier = List.copyOf(earlier);
    this.byRollout =
        Stream.concat(earlier.stream(), within.stream())
            .filter(entry -> entry.text("rollout").isPresent())
            .collect(Collectors.groupingBy(entry -> entry.text("rollout").orElseThrow()));
  }

  /** Events between the checkpoints, in the order of the log. */
  public List<Entry> within() {
    return within;
  }

  /** Events before. */
  public List<Entry> earlier() {
    return earlier;
  }

  /** A row for each release. */
  public List<ReleaseRow> releases() {
    List<ReleaseRow> known = releases;
    if (known == null) {
      known =
          within.stream()
              .filter(entry -> entry.is(EventNames.RELEASE_ADVANCED))
              .map(this::row)
              .toList();
      releases = known;
    }
    return known;
  }

  /** The rows as a file. */
  public byte[] releasesCsv() {
    return Csv.of(ReleaseRow.HEADER, releases().stream().map(ReleaseRow::cells).toList());
  }

  private ReleaseRow row(Entry released) {
    List<Entry> course = courseOf(released);
    Optional<Entry> proposal = last(course, EventNames.PLAN_PROPOSED);
    Optional<Entry> start = last(course, EventNames.APPLY_STARTED);
    Optional<Entry> emergency = last(course, EventNames.EMERGENCY_DECLARED);
    List<String> others =
        List.of(
            text(Optional.of(released), "at"),
            text(Optional.of(released), "project"),
            text(Optional.of(released), "environment"),
            text(Optional.of(released), "previous"),
            text(Optional.of(released), "cause"),
            text(Optional.of(released), "rollout"),
            text(Optional.of(released), "ref"),
            text(proposal, "planDigest"),
            text(proposal, "actor"),
            text(proposal, "at"),
            String.join(" ", Ballot.atStart(course).approvers()),
            text(start, "actor"),
            text(start, "at"),
            text(last(course, EventNames.APPLY_SUCCEEDED), "at"),
            emergency.isPresent() ? "yes" : "no",
            emergency.map(this::reviewed).orElse(""));
    return new ReleaseRow(
        released.index(), released.leaf().id(), released.demandText("release"), others);
  }

  /** The events of the rollout that a release came of, as far as there are any. */
  private List<Entry> courseOf(Entry released) {
    return released.text("rollout").map(rollout -> course(rollout, released)).orElse(List.of());
  }

  private List<Entry> course(String rollout, Entry inStreamOf) {
    return byRollout.getOrDefault(rollout, List.of()).stream()
        .filter(entry -> entry.isIn(inStreamOf.leaf()))
        .toList();
  }

  private String reviewed(Entry emergency) {
    return isReviewed(emergency) ? "yes" : "no";
  }

  private boolean isReviewed(Entry emergency) {
    return course(emergency.demandText("rollout"), emergency).stream()
        .anyMatch(
            entry -> entry.is(EventNames.EMERGENCY_REVIEWED) && entry.index() > emergency.index());
  }

  /** A row for each exception, in the order of the log. */
  public List<ExceptionRow> exceptions() {
    List<ExceptionRow> known = exceptions;
    if (known == null) {
      known = exceptionRows();
      exceptions = known;
    }
    return known;
  }

  private List<ExceptionRow> exceptionRows() {
    List<ExceptionRow> rows = new ArrayList<>();
    for (Entry entry : within) {
      switch (entry.name()) {
        case EventNames.EMERGENCY_DECLARED -> {
          rows.add(row(entry, ExceptionRow.Kind.EMERGENCY, "reviewDue"));
          if (!isReviewed(entry)) {
            rows.add(row(entry, ExceptionRow.Kind.EMERGENCY_UNREVIEWED, "reviewDue"));
          }
        }
        case EventNames.APPLY_REFUSED ->
            rows.add(
                row(
                    entry,
                    SELF_APPROVALS.contains(entry.text("refusal").orElse(""))
                        ? ExceptionRow.Kind.SELF_APPROVAL
                        : ExceptionRow.Kind.REFUSED_APPLY,
                    "refusal"));
        case EventNames.DRIFT_DETECTED -> rows.add(row(entry, ExceptionRow.Kind.DRIFT, "report"));
        case EventNames.RELEASE_ADVANCED -> {
          if (hasOpenBackfill(entry)) {
            rows.add(row(entry, ExceptionRow.Kind.BACKFILL_OPEN, "release"));
          }
        }
        default -> {}
      }
    }
    return List.copyOf(rows);
  }

  private boolean hasOpenBackfill(Entry released) {
    List<Entry> course = courseOf(released);
    boolean demanded =
        last(course, EventNames.PLAN_PROPOSED)
            .flatMap(proposal -> proposal.object("terms"))
            .map(terms -> terms.find("backfill") != null)
            .orElse(false);
    return demanded
        && course.stream()
            .noneMatch(entry ->
                entry.is(EventNames.BACKFILL_RECORDED) && entry.flag("validated").orElse(false));
  }

  private static ExceptionRow row(Entry entry, ExceptionRow.Kind kind, String detail) {
    Optional<Entry> one = Optional.of(entry);
    return new ExceptionRow(
        entry.index(),
        entry.leaf().id(),
        text(one, "at"),
        kind,
        text(one, "project"),
        text(one, "environment"),
        text(one, "rollout"),
        text(one, "actor"),
        text(one, detail));
  }

  /** The exceptions as a file. */
  public byte[] exceptionsCsv() {
    return Csv.of(ExceptionRow.HEADER, exceptions().stream().map(ExceptionRow::cells).toList());
  }

  /** The exceptions as a file for machines. */
  public byte[] exceptionsJson() {
    return Canonical.bytes(
        new Json.Arr(exceptions().stream().<Json>map(ExceptionRow::json).toList()));
  }

  private static Optional<Entry> last(List<Entry> course, String name) {
    return course.stream().filter(entry -> entry.is(name)).reduce((_, later) -> later);
  }

  private static String text(Optional<Entry> entry, String name) {
    return entry.flatMap(one -> one.text(name)).orElse("");
  }
}
