/** Lets environments adopt policies, and tells which rules hold for a plan. */
@NullMarked
package dev.releaseledger.app.governing;

import org.jspecify.annotations.NullMarked;
