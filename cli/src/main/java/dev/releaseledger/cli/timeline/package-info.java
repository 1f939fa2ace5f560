/** The timeline command. */
@NullMarked
package dev.releaseledger.cli.timeline;

import org.jspecify.annotations.NullMarked;
