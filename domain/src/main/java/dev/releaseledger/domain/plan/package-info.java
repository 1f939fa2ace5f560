/** The ordered statements that lead from one schema to another, as values. */
@NullMarked
package dev.releaseledger.domain.plan;

import org.jspecify.annotations.NullMarked;
