/** Tells what a script would do to an environment, without doing it there. */
@NullMarked
package dev.releaseledger.app.linting;

import org.jspecify.annotations.NullMarked;
