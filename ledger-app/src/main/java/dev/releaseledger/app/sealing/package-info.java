/**
 * The tamper-evident log over the events: it is ordered, made into a tree and signed behind the
 * commits, by one sealer at a time.
 */
@NullMarked
package dev.releaseledger.app.sealing;

import org.jspecify.annotations.NullMarked;
