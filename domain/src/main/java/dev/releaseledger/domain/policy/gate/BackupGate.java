package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings;
import dev.releaseledger.domain.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Before anything is taken away there is a verified backup, younger than the plan. */
record BackupGate() implements GateRule {

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String problem() {
    return "backup-required";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    GateSettings.Backup wanted = policy.gates().backup();
    if (wanted == null || facts.impact().destructive().isEmpty()) {
      return met(wanted == null ? "the policy asks for no backup" : "the plan takes nothing away");
    }
    List<Facts.Backup> young =
        facts.records().backups().stream()
            .filter(backup -> backup.takenAt().isAfter(facts.plannedAt()))
            .toList();
    String remedy = "take one, verify it, and record it: ledgerctl backup record";
    if (young.isEmpty()) {
      return unmet(
          "the plan takes something away, and no backup is on record that was taken after it was"
              + " made",
          remedy);
    }
    List<Facts.Backup> verified = young.stream().filter(Facts.Backup::verified).toList();
    if (verified.isEmpty()) {
      return unmet("the backup was not verified", remedy + " --verified");
    }
    Integer days = wanted.restoreTestedWithinDays();
    return days == null || verified.stream().anyMatch(backup -> restorable(backup, days, facts))
        ? met("a verified backup is on record")
        : unmet(
            "no restore was tested within the last %d days".formatted(days),
            "restore it somewhere, and record that: ledgerctl backup record --restore-tested-at");
  }

  private static boolean restorable(Facts.Backup backup, int days, Facts facts) {
    Instant tested = backup.restoreTestedAt();
    return tested != null && !tested.isBefore(facts.now().minus(Duration.ofDays(days)));
  }
}
