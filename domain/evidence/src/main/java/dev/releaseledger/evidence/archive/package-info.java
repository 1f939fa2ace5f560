/** The deterministic zip that evidence travels in, and a reader that takes nothing else. */
@NullMarked
package dev.releaseledger.evidence.archive;

import org.jspecify.annotations.NullMarked;
