@NullMarked
package dev.releaseledger.domain.policy.gate;

import org.jspecify.annotations.NullMarked;
