@NullMarked
package dev.releaseledger.cli.witness;

import org.jspecify.annotations.NullMarked;
