@NullMarked
package dev.releaseledger.evidence.json;

import org.jspecify.annotations.NullMarked;
