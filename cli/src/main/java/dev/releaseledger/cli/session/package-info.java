/** What one run of ledgerctl knows: its surroundings, its settings, its screen, its exit code. */
@NullMarked
package dev.releaseledger.cli.session;

import org.jspecify.annotations.NullMarked;
