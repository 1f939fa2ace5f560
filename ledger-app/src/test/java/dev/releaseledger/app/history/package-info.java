@NullMarked
package dev.releaseledger.app.history;

import org.jspecify.annotations.NullMarked;
