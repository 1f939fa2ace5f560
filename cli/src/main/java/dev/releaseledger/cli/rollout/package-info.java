/** The rollout commands, and following a rollout until it ends. */
@NullMarked
package dev.releaseledger.cli.rollout;

import org.jspecify.annotations.NullMarked;
