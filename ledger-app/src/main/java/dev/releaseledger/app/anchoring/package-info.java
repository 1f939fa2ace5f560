/** Checkpoints of the log, kept by others. */
@NullMarked
package dev.releaseledger.app.anchoring;

import org.jspecify.annotations.NullMarked;
