@NullMarked
package dev.releaseledger.app.drift;

import org.jspecify.annotations.NullMarked;
