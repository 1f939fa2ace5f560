/** The whole story of a ledger, told with real commands on a service of its own. */
@NullMarked
package dev.releaseledger.cli.demo;

import org.jspecify.annotations.NullMarked;
