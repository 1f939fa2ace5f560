/** The evidence commands: what an auditor or a pipeline takes away. */
@NullMarked
package dev.releaseledger.cli.evidence;

import org.jspecify.annotations.NullMarked;
