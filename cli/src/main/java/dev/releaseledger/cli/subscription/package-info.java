/** Who is told what. */
@NullMarked
package dev.releaseledger.cli.subscription;

import org.jspecify.annotations.NullMarked;
