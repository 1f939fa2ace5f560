@NullMarked
package dev.releaseledger.app.applying;

import org.jspecify.annotations.NullMarked;
