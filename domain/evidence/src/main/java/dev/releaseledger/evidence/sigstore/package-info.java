/** The formats of Sigstore, so that its verifiers read what is attested here. */
@NullMarked
package dev.releaseledger.evidence.sigstore;

import org.jspecify.annotations.NullMarked;
