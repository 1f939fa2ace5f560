/** What became of notices. */
@NullMarked
package dev.releaseledger.cli.delivery;

import org.jspecify.annotations.NullMarked;
