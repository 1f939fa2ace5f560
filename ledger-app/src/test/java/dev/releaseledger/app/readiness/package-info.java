@NullMarked
package dev.releaseledger.app.readiness;

import org.jspecify.annotations.NullMarked;
