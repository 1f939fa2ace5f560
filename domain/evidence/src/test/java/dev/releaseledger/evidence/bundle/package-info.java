@NullMarked
package dev.releaseledger.evidence.bundle;

import org.jspecify.annotations.NullMarked;
