@NullMarked
package dev.releaseledger.evidence.attestation;

import org.jspecify.annotations.NullMarked;
