/** Finds what must not be in a text that others get to see. */
@NullMarked
package dev.releaseledger.domain.secret;

import org.jspecify.annotations.NullMarked;
