/**
 * What a change of columns means under a contract: which changes there are, which of them the
 * contract lets through, and by which name each of the others is refused.
 */
@NullMarked
package dev.releaseledger.domain.policy.contract;

import org.jspecify.annotations.NullMarked;
