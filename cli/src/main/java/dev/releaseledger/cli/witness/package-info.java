/** The witness: a program that watches that logs only grow. */
@NullMarked
package dev.releaseledger.cli.witness;

import org.jspecify.annotations.NullMarked;
