@NullMarked
package dev.releaseledger.evidence;

import org.jspecify.annotations.NullMarked;
