/** Which objects of a schema each rollout touches. */
@NullMarked
package dev.releaseledger.projections.touched;

import org.jspecify.annotations.NullMarked;
