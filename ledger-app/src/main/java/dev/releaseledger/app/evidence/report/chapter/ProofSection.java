package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.HeldCheckpoint;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.page.Block.Column;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.evidence.trust.AnchorPolicy.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is proven, by what, and how to check it without the service. */
public final class ProofSection {

  private static final List<Column> ANCHORS =
      List.of(
          new Column("Kind", 20),
          new Column("Where", 44),
          new Column("Size of the log", 14),
          new Column("Time that it vouches for", 22));

  private ProofSection() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("proof", "What is proven, and how to check it");
    LogProof log = file.log();
    draft.facts(
        new FactList()
            .code("Log", log.origin())
            .put(
                "Size of the log",
                Text.of(Words.count(log.size(), "leaf").replace("leafs", "leaves")))
            .code("Root", "sha256:" + log.root().hex())
            .put("Checkpoint signed", Text.of(Words.time(log.signedAt()) + ", as the ledger says"))
            .put("Events in this evidence", Text.of(events(file)))
            .put("Leaves", Text.of(leaves(file)))
            .put("Logged between", bracket(file))
            .all());
    if (log.anchors().isEmpty()) {
      draft.notice(
          Text.of(
              "No checkpoint is held outside of the ledger. Whoever has the ledger's key could have"
                  + " written all of it anew; keep this checkpoint, and compare it later."));
    }
    draft.table(
        "Checkpoints that others hold",
        ANCHORS,
        log.anchors().stream().map(ProofSection::anchor).toList());
    draft.subheading("What that proves");
    draft.bullets(proven(file));
    draft.subheading("How to check it");
    draft.paragraph(
        "Without network and without the service. The trust file has to come from somewhere else"
            + " than from the evidence.");
    draft.listing(
        "sh", "ledgerctl evidence verify " + quoted(file.archive()) + " --trust TRUST.json");
    draft.paragraph(
        "By hand, in the folder that the archive was unpacked to: README.txt has every step, with"
            + " openssl and sha256sum alone. The first of them:");
    draft.listing("sh", commands(file));
    return draft.written();
  }

  private static List<Text> proven(CaseFile file) {
    List<Text> items = new ArrayList<>();
    items.add(
        Text.of(
            "Each event in the list below is in the log, byte for byte as it was stored: a proof"
                + " leads from its leaf to the root above."));
    items.add(
        Text.of(
            "No event was edited, removed, inserted or moved since a checkpoint that covers it was"
                + " held elsewhere: another root would have come of it."));
    if (file.said() != null) {
      items.add(
          Text.of(
              "What this report says of requester, approvals, tests, apply, verification and"
                  + " rollback is in a statement that the ledger signed, and that is in the log"
                  + " itself."));
    } else {
      items.add(Text.of("There is no signed statement; the report is made from the events alone."));
    }
    items.add(
        Text.of(
            "Not proven: that what people entered was true, and that nobody else was shown another"
                + " log, unless a witness or a time stamp says so."));
    return items;
  }

  private static List<Text> anchor(HeldCheckpoint held) {
    return List.of(
        Text.of(kind(held.kind())),
        Text.of(held.place()),
        Text.of(Long.toString(held.size())),
        held.at() == null ? Text.of("none") : Text.of(Words.time(held.at())));
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case GIT -> "git repository";
      case RFC3161 -> "time stamp (RFC 3161)";
      case WITNESS -> "witness";
      case EXPORT -> "earlier export";
    };
  }

  private static Text bracket(CaseFile file) {
    long first = file.events().stream().mapToLong(it -> it.leafIndex()).min().orElse(0);
    long last = file.events().stream().mapToLong(it -> it.leafIndex()).max().orElse(0);
    var after = file.log().bracket(first).after();
    var before = file.log().bracket(last).before();
    return Text.of(
        (after == null ? "no trusted time before" : Words.time(after))
            + " and "
            + (before == null ? "no trusted time after" : Words.time(before)));
  }

  private static String events(CaseFile file) {
    return Integer.toString(file.events().size());
  }

  private static String leaves(CaseFile file) {
    return "%d to %d"
        .formatted(
            file.events().stream().mapToLong(it -> it.leafIndex()).min().orElse(0),
            file.events().stream().mapToLong(it -> it.leafIndex()).max().orElse(0));
  }

  private static String commands(CaseFile file) {
    String files =
        """
        # no file differs from the manifest
        grep -o '"name":"[^"]*","sha256":"[0-9a-f]*"' manifest.json |
          sed 's/"name":"\\(.*\\)","sha256":"\\(.*\\)"/\\2  \\1/' | sha256sum -c --quiet
        """;
    return file.said() == null
        ? files
        : files
            + """
            # the manifest is the one that the signed statement is about
            grep -q "$(sha256sum < manifest.json | cut -d' ' -f1)" statement.json
            """;
  }

  /** As a shell takes it to be one word. */
  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9._/-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
