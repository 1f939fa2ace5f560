/** The schema commands. */
@NullMarked
package dev.releaseledger.cli.schema;

import org.jspecify.annotations.NullMarked;
