/** The context commands: what every other command may leave unsaid. */
@NullMarked
package dev.releaseledger.cli.context;

import org.jspecify.annotations.NullMarked;
