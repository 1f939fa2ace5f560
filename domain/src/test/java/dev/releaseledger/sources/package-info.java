/** What every source file of every module has to look like. */
@NullMarked
package dev.releaseledger.sources;

import org.jspecify.annotations.NullMarked;
