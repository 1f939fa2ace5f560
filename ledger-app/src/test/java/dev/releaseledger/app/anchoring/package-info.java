@NullMarked
package dev.releaseledger.app.anchoring;

import org.jspecify.annotations.NullMarked;
