/** The standards commands. */
@NullMarked
package dev.releaseledger.cli.standards;

import org.jspecify.annotations.NullMarked;
