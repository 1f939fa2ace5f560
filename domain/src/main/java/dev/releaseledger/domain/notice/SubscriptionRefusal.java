package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.policy.Refusal;

/** Why who is told what stays as it is. */
public sealed interface SubscriptionRefusal extends Refusal {

  /** No subscription of this id or name. */
  record UnknownSubscription(String subscription) implements SubscriptionRefusal {
    @Override
    public String slug() {
      return "unknown-subscription";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no subscription %s, or it was removed.".formatted(subscription);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl subscription list.";
    }
  }

  /** Another subscription has the name. */
  record SubscriptionNameTaken(String name) implements SubscriptionRefusal {
    @Override
    public String slug() {
      return "subscription-name-taken";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "There is a subscription %s already.".formatted(name);
    }

    @Override
    public String remedy() {
      return "Choose another name, or remove that one with ledgerctl subscription remove %s."
          .formatted(name);
    }
  }

  /** It is paused already. */
  record SubscriptionIsPaused(String name) implements SubscriptionRefusal {
    @Override
    public String slug() {
      return "subscription-is-paused";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "Subscription %s is paused already.".formatted(name);
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done; ledgerctl subscription resume %s lets it go on."
          .formatted(name);
    }
  }

  /** It is not paused. */
  record SubscriptionNotPaused(String name) implements SubscriptionRefusal {
    @Override
    public String slug() {
      return "subscription-not-paused";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "Subscription %s is not paused.".formatted(name);
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done; ledgerctl delivery list --subscription %s shows what"
              .formatted(name)
          + " became of its notices.";
    }
  }

  /** What it sends is not signed. */
  record NoSigningSecret(String name, String channel) implements SubscriptionRefusal {
    @Override
    public String slug() {
      return "no-signing-secret";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "Subscription %s has no secret: notices by %s are not signed."
          .formatted(name, channel);
    }

    @Override
    public String remedy() {
      return "Where the address itself is what has leaked, get another one there, create a"
          + " subscription with it, and remove this one.";
    }
  }
}
