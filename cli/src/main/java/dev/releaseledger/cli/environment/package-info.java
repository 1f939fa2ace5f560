/** The env commands. */
@NullMarked
package dev.releaseledger.cli.environment;

import org.jspecify.annotations.NullMarked;
