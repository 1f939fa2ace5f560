/** The Merkle tree of RFC 6962 and RFC 9162 over SHA-256, and its tiles (C2SP tlog-tiles). */
@NullMarked
package dev.releaseledger.evidence.merkle;

import org.jspecify.annotations.NullMarked;
