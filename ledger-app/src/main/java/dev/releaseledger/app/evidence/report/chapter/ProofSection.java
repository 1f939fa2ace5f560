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
          new Column("Where", 34),
          new Column("Size of the log", 22),
          new Column("Time that it vouches for", 24));

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
            .put("Leaves", Text.of(file.firstLeaf() + " to " + file.lastLeaf()))
            .put("Logged between", bracket(file))
            .all());
    if (log.anchors().isEmpty()) {
      draft.notice(
          Text.of(
              "No checkpoint is held outside of the ledger. Whoever has the ledger's key could have"
                  + " written all of it anew; keep this checkpoint, and compare it later."));
    }
    List<HeldCheckpoint> around = log.around(file.firstLeaf(), file.lastLeaf());
    draft.table(
        "Checkpoints that others hold",
        ANCHORS,
        around.stream().map(held -> anchor(file, held)).toList());
    int more = log.anchors().size() - around.size();
    if (more > 0) {
      draft.paragraph(
          "Of each place the table has the last checkpoint without any of these events, and the"
              + " first with all of them. "
              + Words.count(more, "more anchor")
              + " of the evidence, before, between or after these, "
              + (more == 1 ? "is" : "are")
              + " in anchors/.");
    }
    draft.subheading("What that proves");
    draft.bullets(proven(file));
    draft.subheading("How to check it");
    draft.paragraph(
        "Without network and without the service. The trust file has to come from somewhere else"
            + " than from the evidence.");
    draft.listing(
        "sh", "ledgerctl evidence verify " + quoted(file.archive()) + " --trust TRUST.json");
    draft.paragraph(
        "By hand, in the folder that the archive was unpacked to: README.txt has more steps, with"
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
        file.isWhole()
            ? Text.of(
                Completeness.sentence(file)
                    + " The leaves between that are not told here are of other environments, or of"
                    + " what is no event of an environment.")
            : Completeness.gap(file));
    items.add(
        Text.of(
            "No event was edited, removed, inserted or moved since a checkpoint that covers it was"
                + " held elsewhere: another root would have come of it."));
    if (file.said() != null) {
      items.add(
          Text.of(
              "Requester, approvals, separation of duties, tests, apply, comparison and rollback"
                  + " are in a statement that the ledger signed. It names the digest of the"
                  + " manifest, and so every other file of the evidence; its signature is in the"
                  + " log itself."));
    } else {
      items.add(Text.of("There is no signed statement; the report is made from the events alone."));
    }
    items.add(
        Text.of(
            "Not proven: that what people entered was true, that a name belongs to a reference, and"
                + " that nobody else was shown another log, unless a witness says so."));
    return items;
  }

  private static List<Text> anchor(CaseFile file, HeldCheckpoint held) {
    return List.of(
        Text.of(kind(held.kind())),
        Text.of(held.place()),
        Text.of(
            held.size()
                + (held.size() > file.lastLeaf()
                    ? ", with all of these events"
                    : held.size() <= file.firstLeaf() ? ", with none of them" : ", with some")),
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
    var after = file.log().bracket(file.firstLeaf()).after();
    var before = file.log().bracket(file.lastLeaf()).before();
    if (after == null && before == null) {
      return Text.of("nobody outside of the ledger vouches for a time");
    }
    return Text.of(
        (after == null ? "a time that nobody vouches for" : Words.time(after))
            + " and "
            + (before == null ? "a time that nobody vouches for" : Words.time(before)));
  }

  private static String events(CaseFile file) {
    return Integer.toString(file.events().size());
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
