/** The texts that are kept beside the events. */
@NullMarked
package dev.releaseledger.cli.text;

import org.jspecify.annotations.NullMarked;
