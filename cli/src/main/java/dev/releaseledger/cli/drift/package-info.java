/** The drift commands. */
@NullMarked
package dev.releaseledger.cli.drift;

import org.jspecify.annotations.NullMarked;
