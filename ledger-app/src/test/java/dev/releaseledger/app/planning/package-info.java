@NullMarked
package dev.releaseledger.app.planning;

import org.jspecify.annotations.NullMarked;
