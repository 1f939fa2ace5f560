/** What running a plan on a scratch copy shows: where it leads, what it costs, what undoes it. */
@NullMarked
package dev.releaseledger.domain.rehearsal;

import org.jspecify.annotations.NullMarked;
