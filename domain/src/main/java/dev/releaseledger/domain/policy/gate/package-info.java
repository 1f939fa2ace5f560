/** The gates: what a plan has to be through before it may run, each judged by facts alone. */
@NullMarked
package dev.releaseledger.domain.policy.gate;

import org.jspecify.annotations.NullMarked;
