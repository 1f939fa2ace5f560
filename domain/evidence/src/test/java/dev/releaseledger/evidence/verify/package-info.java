@NullMarked
package dev.releaseledger.evidence.verify;

import org.jspecify.annotations.NullMarked;
