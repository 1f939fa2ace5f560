/** What is granted to whom. */
@NullMarked
package dev.releaseledger.cli.access;

import org.jspecify.annotations.NullMarked;
