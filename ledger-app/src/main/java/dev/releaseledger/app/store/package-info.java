@NullMarked
package dev.releaseledger.app.store;

import org.jspecify.annotations.NullMarked;
