@NullMarked
package dev.releaseledger.evidence.interop;

import org.jspecify.annotations.NullMarked;
