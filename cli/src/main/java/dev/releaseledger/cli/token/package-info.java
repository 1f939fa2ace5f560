/** The token commands and whoami. */
@NullMarked
package dev.releaseledger.cli.token;

import org.jspecify.annotations.NullMarked;
