@NullMarked
package dev.releaseledger.evidence.sigstore;

import org.jspecify.annotations.NullMarked;
