/** Parsers under inputs that nobody would write. */
@NullMarked
package dev.releaseledger.evidence.fuzz;

import org.jspecify.annotations.NullMarked;
