@NullMarked
package dev.releaseledger.evidence.log;

import org.jspecify.annotations.NullMarked;
