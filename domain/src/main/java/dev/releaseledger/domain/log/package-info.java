/** How the log itself is kept: which keys sign it, where it ends, and what it goes on from. */
@NullMarked
package dev.releaseledger.domain.log;

import org.jspecify.annotations.NullMarked;
