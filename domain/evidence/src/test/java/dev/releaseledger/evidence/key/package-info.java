@NullMarked
package dev.releaseledger.evidence.key;

import org.jspecify.annotations.NullMarked;
