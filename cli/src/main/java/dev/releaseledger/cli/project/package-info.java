/** The project commands. */
@NullMarked
package dev.releaseledger.cli.project;

import org.jspecify.annotations.NullMarked;
