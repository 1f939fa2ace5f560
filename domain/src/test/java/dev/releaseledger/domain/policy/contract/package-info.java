@NullMarked
package dev.releaseledger.domain.policy.contract;

import org.jspecify.annotations.NullMarked;
