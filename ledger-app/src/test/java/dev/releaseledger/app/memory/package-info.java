@NullMarked
package dev.releaseledger.app.memory;

import org.jspecify.annotations.NullMarked;
