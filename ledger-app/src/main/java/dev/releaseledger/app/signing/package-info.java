@NullMarked
package dev.releaseledger.app.signing;

import org.jspecify.annotations.NullMarked;
