@NullMarked
package dev.releaseledger.cli;

import org.jspecify.annotations.NullMarked;
