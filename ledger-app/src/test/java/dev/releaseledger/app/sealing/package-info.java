@NullMarked
package dev.releaseledger.app.sealing;

import org.jspecify.annotations.NullMarked;
