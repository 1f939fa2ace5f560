package dev.releaseledger.app.refusal;

import dev.releaseledger.domain.policy.Refusal;

/** Why a signature, or a key for signatures, is not taken. */
public sealed interface SignatureRefusal extends Refusal {

  /** A signature that does not prove what it should. */
  record SignatureInvalid(String why) implements SignatureRefusal {
    @Override
    public String slug() {
      return "signature-invalid";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "The signature does not count: %s.".formatted(why);
    }

    @Override
    public String remedy() {
      return "Sign the digest of the plan with a key that is registered for you:"
          + " printf '%s\\n' DIGEST | ssh-keygen -Y sign -n release-ledger -f KEY";
    }
  }

  /** A public key that cannot sign here. */
  record SigningKeyInvalid(String why) implements SignatureRefusal {
    @Override
    public String slug() {
      return "signing-key-invalid";
    }

    @Override
    public Category category() {
      return Category.INVALID;
    }

    @Override
    public String detail() {
      return "The key cannot be registered: %s.".formatted(why);
    }

    @Override
    public String remedy() {
      return "Give the one line of the file that ends with .pub, of a key made with"
          + " ssh-keygen -t ed25519.";
    }
  }
}
