@NullMarked
package dev.releaseledger.evidence.attestation.release;

import org.jspecify.annotations.NullMarked;
