/** The people and services that act. */
@NullMarked
package dev.releaseledger.cli.actor;

import org.jspecify.annotations.NullMarked;
