/** What the whole has to do: the real command line, the real service, a real PostgreSQL. */
@NullMarked
package dev.releaseledger.cli.acceptance;

import org.jspecify.annotations.NullMarked;
