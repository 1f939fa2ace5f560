/** Time stamps of others (RFC 3161): asked for, and verified without the network. */
@NullMarked
package dev.releaseledger.evidence.timestamp;

import org.jspecify.annotations.NullMarked;
