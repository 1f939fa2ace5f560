@NullMarked
package dev.releaseledger.evidence.trust;

import org.jspecify.annotations.NullMarked;
