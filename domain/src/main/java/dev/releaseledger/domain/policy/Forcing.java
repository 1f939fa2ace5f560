package dev.releaseledger.domain.policy;

import dev.releaseledger.domain.document.Choice;

/** The roles that a policy can let say that a loss is meant. */
enum Forcing implements Choice {
  DEPLOYER,
  OPERATOR,
  ADMIN
}
