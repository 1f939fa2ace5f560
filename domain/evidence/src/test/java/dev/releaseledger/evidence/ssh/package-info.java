/** Tests of signatures of SSH. */
@NullMarked
package dev.releaseledger.evidence.ssh;

import org.jspecify.annotations.NullMarked;
