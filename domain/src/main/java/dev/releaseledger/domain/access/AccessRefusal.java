package dev.releaseledger.domain.access;

import dev.releaseledger.domain.policy.Refusal;
import java.time.Instant;
import java.util.List;

/** Why who may do what stays as it is. */
public sealed interface AccessRefusal extends Refusal {

  /** The role is there already. */
  record AlreadyGranted(String binding) implements AccessRefusal {
    @Override
    public String slug() {
      return "already-granted";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The same role is granted there already, by %s.".formatted(binding);
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done; ledgerctl access list shows what is granted.";
    }
  }

  /** No grant of this id. */
  record UnknownBinding(String binding) implements AccessRefusal {
    @Override
    public String slug() {
      return "unknown-binding";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no grant %s, or it was revoked.".formatted(binding);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl access list.";
    }
  }

  /** The actor is in the group already. */
  record AlreadyMember(String group) implements AccessRefusal {
    @Override
    public String slug() {
      return "already-member";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The actor is a member of group %s already.".formatted(group);
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done; ledgerctl group list %s shows who is in it."
          .formatted(group);
    }
  }

  /** The actor is not in the group. */
  record NotMember(String group) implements AccessRefusal {
    @Override
    public String slug() {
      return "not-member";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "The actor is no member of group %s.".formatted(group);
    }

    @Override
    public String remedy() {
      return "See who is in it with ledgerctl group list %s.".formatted(group)
          + " A membership that the identity provider tells is taken back there.";
    }
  }

  /** Somebody who may still act is not forgotten. */
  record ActorStillActs(List<String> held) implements AccessRefusal {
    public ActorStillActs {
      held = List.copyOf(held);
    }

    @Override
    public String slug() {
      return "actor-still-acts";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The actor still has %s.".formatted(String.join(", ", held));
    }

    @Override
    public String remedy() {
      return "Take these back first: ledgerctl access revoke, group remove, token revoke.";
    }
  }

  /** What is to be kept for a time is not forgotten before. */
  record RetentionNotOver(Instant until) implements AccessRefusal {
    @Override
    public String slug() {
      return "retention-not-over";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "It has to be kept until %s.".formatted(until);
    }

    @Override
    public String remedy() {
      return "Ask again then; how long everything is kept is set by LEDGER_RETENTION.";
    }
  }

  /** There is no text to forget. */
  record NothingToErase(String where) implements AccessRefusal {
    @Override
    public String slug() {
      return "nothing-to-erase";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "No text is kept beside %s.".formatted(where);
    }

    @Override
    public String remedy() {
      return "It has none, or it was erased, or the event is older than the keeping of texts"
          + " beside events, and holds its own for good.";
    }
  }
}
