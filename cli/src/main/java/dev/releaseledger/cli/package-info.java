/** The ledgerctl command line: its root command and what becomes of everything that goes wrong. */
@NullMarked
package dev.releaseledger.cli;

import org.jspecify.annotations.NullMarked;
