/** Signed statements: DSSE envelopes and the in-toto statements in them. */
@NullMarked
package dev.releaseledger.evidence.attestation;

import org.jspecify.annotations.NullMarked;
