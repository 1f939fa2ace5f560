/** The rules that say what a step costs, what it endangers, and what to do about it. */
@NullMarked
package dev.releaseledger.domain.risk;

import org.jspecify.annotations.NullMarked;
