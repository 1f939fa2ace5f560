package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;

/** Why a notice does not go where somebody wants it. */
public sealed interface NoticeRefusal extends Refusal {

  /** Notices may not go there. */
  record AddressNotAllowed(String target, String why) implements NoticeRefusal {
    @Override
    public String slug() {
      return "address-not-allowed";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "Notices may not go to %s: %s.".formatted(target, why);
    }

    @Override
    public String remedy() {
      return "Name a receiver that is open to the internet, or let the service's operator allow"
          + " this one with LEDGER_NOTICE_PRIVATE_ADDRESSES.";
    }
  }

  /** There is nobody to give mail to. */
  record NoMailServer() implements NoticeRefusal {
    @Override
    public String slug() {
      return "no-mail-server";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "The service knows no mail server, so it cannot send mail.";
    }

    @Override
    public String remedy() {
      return "Set LEDGER_MAIL_HOST and LEDGER_MAIL_FROM, and start the service again.";
    }
  }

  /** No delivery of this id. */
  record UnknownDelivery(String delivery) implements NoticeRefusal {
    @Override
    public String slug() {
      return "unknown-delivery";
    }

    @Override
    public Category category() {
      return Category.NOT_FOUND;
    }

    @Override
    public String detail() {
      return "There is no delivery %s, or it is forgotten.".formatted(delivery);
    }

    @Override
    public String remedy() {
      return "List them with ledgerctl delivery list. What arrived is forgotten after a while, and"
          + " with a subscription go its deliveries.";
    }
  }

  /** It is on its way as it is. */
  record DeliveryPending(String delivery) implements NoticeRefusal {
    @Override
    public String slug() {
      return "delivery-pending";
    }

    @Override
    public Category category() {
      return Category.REFUSED;
    }

    @Override
    public String detail() {
      return "Delivery %s has neither arrived nor been given up.".formatted(delivery);
    }

    @Override
    public String remedy() {
      return "Nothing needs to be done: it is tried again by itself; ledgerctl delivery list says"
          + " when.";
    }
  }
}
