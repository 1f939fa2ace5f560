package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.policy.Approvals;
import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings;
import dev.releaseledger.domain.policy.GateSettings.Evidence;
import dev.releaseledger.domain.policy.GateSettings.Promotion;
import dev.releaseledger.domain.policy.GateSettings.Trigger;
import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Emergency;
import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.Policy.Separation;
import dev.releaseledger.domain.policy.PolicyReview;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Verdict;
import dev.releaseledger.domain.policy.contract.Verdict.Decision;
import dev.releaseledger.domain.policy.gate.Facts.Backup;
import dev.releaseledger.domain.policy.gate.Facts.Ground;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import dev.releaseledger.domain.policy.gate.Facts.People;
import dev.releaseledger.domain.policy.gate.Facts.Promoted;
import dev.releaseledger.domain.policy.gate.Facts.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy and the facts beside it; nothing is asked for, and nothing is there, until it is said.
 */
final class Situation {

  static final Instant PLANNED = Instant.parse("2026-01-20T10:00:00Z");
  static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");
  static final String REQUESTER = "ann";

  private int required;
  private final SortedMap<String, Integer> groups = new TreeMap<>();
  private final SortedMap<String, List<String>> owners = new TreeMap<>();
  private final List<String> authority = new ArrayList<>();
  private @Nullable Integer validFor;
  private List<Separation> apart = List.of();
  private @Nullable Promotion promotion;
  private GateSettings.@Nullable Backup backup;
  private boolean recovery;
  private boolean strategy;
  private List<String> scope = List.of();
  private List<String> securityFor = List.of();
  private List<Evidence> evidence = List.of();
  private @Nullable Window window;
  private boolean linear;
  private List<Trigger> triggers = List.of(Trigger.values());

  private String trigger = "manual";
  private String executor = "zed";
  private final Set<String> authors = new HashSet<>();
  private final List<Ballot.Yes> given = new ArrayList<>();
  private final Set<String> tables = new TreeSet<>(Set.of("public.users"));
  private List<String> destructive = List.of();
  private final SortedMap<String, Long> emptied = new TreeMap<>();
  private List<String> blocking = List.of();
  private long millis;
  private final List<Backup> backups = new ArrayList<>();
  private final SortedMap<String, String> waived = new TreeMap<>();
  private final Set<Evidence> onRecord = EnumSet.noneOf(Evidence.class);
  private boolean recoverable;
  private boolean hasStrategy;
  private boolean hasSecurityNote;
  private @Nullable String freeze;
  private @Nullable String projectFreeze;
  private boolean drifted;
  private boolean descends = true;
  private @Nullable Promoted promoted;
  private @Nullable Opening opening;
  private List<String> overdue = List.of();
  private @Nullable Set<AnchoredApproval> anchored;
  private PolicyReview review = new PolicyReview(new TreeMap<>());

  Situation required(int count) {
    required = count;
    return this;
  }

  Situation group(String name, int count) {
    groups.put(name, count);
    return this;
  }

  Situation owner(String tablesOf) {
    owners.put(tablesOf, List.of("olga"));
    return this;
  }

  Situation authority(String name) {
    authority.add(name);
    return this;
  }

  Situation validFor(int hours) {
    validFor = hours;
    return this;
  }

  Situation apart(Separation... parts) {
    apart = List.of(parts);
    return this;
  }

  Situation promotion(String from, int hours) {
    promotion = new Promotion(from, hours, true);
    return this;
  }

  Situation promoted(Promoted there) {
    promoted = there;
    return this;
  }

  Situation backupNeeded(@Nullable Integer days) {
    backup = new GateSettings.Backup(days);
    return this;
  }

  Situation backup(Backup taken) {
    backups.add(taken);
    return this;
  }

  Situation recoveryNeeded() {
    recovery = true;
    return this;
  }

  Situation recoverable() {
    recoverable = true;
    return this;
  }

  Situation strategyNeeded() {
    strategy = true;
    return this;
  }

  Situation withStrategy() {
    hasStrategy = true;
    return this;
  }

  Situation scope(String... patterns) {
    scope = List.of(patterns);
    return this;
  }

  Situation securityFor(String... patterns) {
    securityFor = List.of(patterns);
    return this;
  }

  Situation withSecurityNote() {
    hasSecurityNote = true;
    return this;
  }

  Situation evidenceNeeded(Evidence... kinds) {
    evidence = List.of(kinds);
    return this;
  }

  Situation onRecord(Evidence... kinds) {
    onRecord.addAll(Arrays.asList(kinds));
    return this;
  }

  Situation window(@Nullable Integer forLongerThan) {
    window = new Window("Europe/Berlin", "2026-01-05T22:00", "FREQ=WEEKLY", 60, forLongerThan);
    return this;
  }

  Situation opening(Opening now) {
    opening = now;
    return this;
  }

  Situation linear() {
    linear = true;
    return this;
  }

  Situation aside() {
    descends = false;
    return this;
  }

  Situation triggers(String... words) {
    triggers =
        Arrays.stream(Trigger.values()).filter(it -> List.of(words).contains(it.word())).toList();
    return this;
  }

  Situation triggeredBy(String word) {
    trigger = word;
    return this;
  }

  Situation executor(String who) {
    executor = who;
    return this;
  }

  Situation author(String who) {
    authors.add(who);
    return this;
  }

  Situation yes(String who, String... capacities) {
    given.add(new Ballot.Yes(who, Set.of(capacities), false, NOW.minusSeconds(60)));
    return this;
  }

  Situation yesAt(String who, Instant at) {
    given.add(new Ballot.Yes(who, Set.of(), false, at));
    return this;
  }

  Situation touches(String table) {
    tables.clear();
    tables.add(table);
    return this;
  }

  Situation destroys() {
    destructive = List.of("drop column public.users.fax");
    return this;
  }

  Situation empties(long rows) {
    emptied.put("column public.users.fax", rows);
    return this;
  }

  Situation blocks() {
    blocking = List.of("rewrite public.users");
    return this;
  }

  Situation lasts(long rehearsed) {
    millis = rehearsed;
    return this;
  }

  Situation waived(String gate) {
    waived.put(gate, "agreed");
    return this;
  }

  Situation frozen(String why) {
    freeze = why;
    return this;
  }

  Situation projectFrozen(String why) {
    projectFreeze = why;
    return this;
  }

  Situation drifted() {
    drifted = true;
    return this;
  }

  /** The service asks for approvals to be anchored, and those of these people are. */
  Situation anchored(String... people) {
    anchored =
        given.stream()
            .filter(yes -> List.of(people).contains(yes.actor()))
            .map(Ballot.Yes::approval)
            .collect(Collectors.toSet());
    return this;
  }

  Situation overdue(String rollout) {
    overdue = List.of(rollout);
    return this;
  }

  Situation refusedByContract() {
    Verdict verdict =
        new Verdict(
            "drop_column",
            "public.users.fax",
            Risk.BREAKING,
            Decision.DEFER,
            "schema_evolution.breaking:drop_column:public.users.fax",
            "it goes");
    review = new PolicyReview(new TreeMap<>(Map.of("main", new Review(List.of(verdict)))));
    return this;
  }

  List<Gate> judged() {
    return Gates.judge(policy(), facts());
  }

  List<Gate> unmet() {
    return judged().stream().filter(gate -> !gate.met()).toList();
  }

  Gate judgedBy(String name) {
    return judged().stream().filter(gate -> gate.name().equals(name)).findFirst().orElseThrow();
  }

  private Policy policy() {
    return new Policy(
        Marking.PRODUCTION,
        required,
        Contract.none(),
        new Approvals(groups, owners, authority, validFor, false),
        apart,
        new GateSettings(
            promotion,
            backup,
            recovery,
            strategy,
            scope,
            securityFor,
            evidence,
            window,
            linear,
            triggers),
        new Emergency(true, 48),
        List.of("admin"));
  }

  private Facts facts() {
    Approvals approvals = policy().approvals();
    return new Facts(
        NOW,
        trigger,
        PLANNED,
        new Impact(new TreeSet<>(tables), destructive, destructive, emptied, blocking, millis),
        review,
        new People(REQUESTER, executor, authors),
        new Ballot(required, approvals.needed(tables), false, validFor, given),
        new Records(backups, waived, onRecord, recoverable, hasStrategy, hasSecurityNote),
        new Ground(freeze, projectFreeze, drifted, descends, promoted, opening, overdue, anchored));
  }

  @Override
  public String toString() {
    return "situation";
  }
}
