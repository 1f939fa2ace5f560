package dev.releaseledger.domain.log;

import dev.releaseledger.domain.policy.Refusal;

/** Why the log stays as it is. */
public sealed interface LogRefusal extends Refusal {

  /** Two keys sign already. */
  record RotationOpen(String previous) implements LogRefusal {
    @Override
    public String slug() {
      return "rotation-open";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log is being signed with two keys; %s has not been retired yet."
          .formatted(previous);
    }

    @Override
    public String remedy() {
      return "Give everybody who verifies the log the new key, then ledgerctl log retire; a"
          + " further key can follow after that.";
    }
  }

  /** One key signs, and there is none before it to give up. */
  record NoRotationOpen() implements LogRefusal {
    @Override
    public String slug() {
      return "no-rotation-open";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log is signed with one key only, so that none can be retired.";
    }

    @Override
    public String remedy() {
      return "Have another key sign first, with ledgerctl log rotate.";
    }
  }

  /** A key that has signed this log before. */
  record KeyUsedBefore(String key) implements LogRefusal {
    @Override
    public String slug() {
      return "key-used-before";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "%s signs this log or has signed it before.".formatted(key);
    }

    @Override
    public String remedy() {
      return "Leave --key out, so that a new key is drawn, or make another one.";
    }
  }

  /** The log has ended, and with it the ledger: what is recorded would be in no log. */
  record LogIsFrozen() implements LogRefusal {
    @Override
    public String slug() {
      return "log-frozen";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log of this ledger is frozen, so that nothing can be recorded in it any more.";
    }

    @Override
    public String remedy() {
      return "Go on in a new ledger, whose log begins with where this one ended: ledgerctl log show"
          + " says where that is, and LEDGER_LOG_PREDECESSOR tells the new one. What is here can"
          + " still be read and verified.";
    }
  }

  /** Something is in the ledger already. */
  record LogHasBegun() implements LogRefusal {
    @Override
    public String slug() {
      return "log-has-begun";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The log has begun already; only an empty one can go on from another.";
    }

    @Override
    public String remedy() {
      return "Start a new ledger on an empty database, with LEDGER_LOG_PREDECESSOR from its first"
          + " start on.";
    }
  }
}
