@NullMarked
package dev.releaseledger.app.refusal;

import org.jspecify.annotations.NullMarked;
