/** The verifier of bundles: what it checks is described in docs/evidence/verifying.md. */
@NullMarked
package dev.releaseledger.evidence.verify;

import org.jspecify.annotations.NullMarked;
