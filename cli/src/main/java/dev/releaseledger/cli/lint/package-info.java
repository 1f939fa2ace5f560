/** The lint command. */
@NullMarked
package dev.releaseledger.cli.lint;

import org.jspecify.annotations.NullMarked;
