@NullMarked
package dev.releaseledger.evidence.merkle;

import org.jspecify.annotations.NullMarked;
