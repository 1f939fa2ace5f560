/** The replay command. */
@NullMarked
package dev.releaseledger.cli.replay;

import org.jspecify.annotations.NullMarked;
