package dev.releaseledger.domain.access;

import dev.releaseledger.domain.policy.Refusal;

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
}
