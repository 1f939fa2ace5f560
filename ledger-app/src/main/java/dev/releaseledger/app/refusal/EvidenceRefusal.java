package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;

/** Why there is no evidence of something, or not that of the log. */
public sealed interface EvidenceRefusal extends Refusal {

  /** The log has no checkpoint of this size. */
  record UnknownCheckpoint(String which) implements EvidenceRefusal {
    @Override
    public String slug() {
      return "unknown-checkpoint";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "The log has signed no checkpoint of %s.".formatted(which);
    }

    @Override
    public String remedy() {
      return "ledgerctl evidence checkpoint shows the last one; name the size of one that you"
          + " have.";
    }
  }

  /** An event that is not in the log, or not yet. */
  record NotSealed(long position) implements EvidenceRefusal {
    @Override
    public String slug() {
      return "not-sealed";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no event at position %d, or it is not in the log yet.".formatted(position);
    }

    @Override
    public String remedy() {
      return "ledgerctl timeline has the positions. What was recorded is sealed within a second;"
          + " where it is not, /api/v1/health says what is wrong.";
    }
  }

  /** A part of the log that it does not have. */
  record UnknownTile(String path) implements EvidenceRefusal {
    @Override
    public String slug() {
      return "unknown-tile";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "The log has no %s.".formatted(path);
    }

    @Override
    public String remedy() {
      return "Ask for the tiles of a checkpoint that the log has signed, with their only paths.";
    }
  }

  /** A rollout that did not become a release, or a release that no rollout led to. */
  record NothingReleased(String what, String why) implements EvidenceRefusal {
    @Override
    public String slug() {
      return "nothing-released";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "There is no evidence of %s: %s.".formatted(what, why);
    }

    @Override
    public String remedy() {
      return "Export a release that a rollout led to. Whatever else happened is in the evidence of"
          + " a period: ledgerctl evidence export --from --to.";
    }
  }
}
