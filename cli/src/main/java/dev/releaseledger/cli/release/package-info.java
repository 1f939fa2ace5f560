/** The release commands. */
@NullMarked
package dev.releaseledger.cli.release;

import org.jspecify.annotations.NullMarked;
