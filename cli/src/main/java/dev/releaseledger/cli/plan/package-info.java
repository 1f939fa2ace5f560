/** The plan and apply commands. */
@NullMarked
package dev.releaseledger.cli.plan;

import org.jspecify.annotations.NullMarked;
