/** Whom a verifier believes; it takes that from nowhere else. */
@NullMarked
package dev.releaseledger.evidence.trust;

import org.jspecify.annotations.NullMarked;
