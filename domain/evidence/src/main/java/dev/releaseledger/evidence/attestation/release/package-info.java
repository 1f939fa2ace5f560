/** What is attested of a release: the predicate of type schema-release. */
@NullMarked
package dev.releaseledger.evidence.attestation.release;

import org.jspecify.annotations.NullMarked;
