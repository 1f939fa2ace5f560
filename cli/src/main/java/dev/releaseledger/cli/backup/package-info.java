/** The backup commands. */
@NullMarked
package dev.releaseledger.cli.backup;

import org.jspecify.annotations.NullMarked;
