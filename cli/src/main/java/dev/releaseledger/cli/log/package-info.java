/** How the log itself is kept: with which keys, and until when. */
@NullMarked
package dev.releaseledger.cli.log;

import org.jspecify.annotations.NullMarked;
