/** What is to be asked of the rows of a database before a plan changes it. */
@NullMarked
package dev.releaseledger.domain.preflight;

import org.jspecify.annotations.NullMarked;
