@NullMarked
package dev.releaseledger.evidence.timestamp;

import org.jspecify.annotations.NullMarked;
