@NullMarked
package dev.releaseledger.app;

import org.jspecify.annotations.NullMarked;
