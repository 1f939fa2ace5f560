/**
 * Whether a release is ready for industrial use: what evidence there is in each domain, what the
 * ledger itself has to say, and what is missing.
 */
@NullMarked
package dev.releaseledger.domain.readiness;

import org.jspecify.annotations.NullMarked;
