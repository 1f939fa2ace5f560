@NullMarked
package dev.releaseledger.projections.rollouts;

import org.jspecify.annotations.NullMarked;
