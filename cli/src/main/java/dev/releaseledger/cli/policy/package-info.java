/** The policy commands. */
@NullMarked
package dev.releaseledger.cli.policy;

import org.jspecify.annotations.NullMarked;
