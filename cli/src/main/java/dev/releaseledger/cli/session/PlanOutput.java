package dev.releaseledger.cli.session;

import dev.releaseledger.cli.render.PlanComment;
import dev.releaseledger.cli.render.PlanScript;
import dev.releaseledger.cli.render.Writing;
import java.util.EnumSet;
import java.util.Set;

/** The formats of a plan: besides text and JSON a script, and a comment on a pull request. */
public final class PlanOutput {
  /** All of them. */
  public static final Set<OutputFormat> FORMATS =
      EnumSet.of(OutputFormat.text, OutputFormat.json, OutputFormat.sql, OutputFormat.md);

  private PlanOutput() {}

  /** Returns how the session wants the plan written, where text is written in this way. */
  public static Writing of(Session session, Writing text) {
    return switch (session.format()) {
      case sql -> PlanScript::write;
      case md -> PlanComment.linkedTo(session.settings().documentation());
      case text, json, sarif, csv, jsonl, mermaid, svg -> text;
    };
  }
}
