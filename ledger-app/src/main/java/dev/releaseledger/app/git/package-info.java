@NullMarked
package dev.releaseledger.app.git;

import org.jspecify.annotations.NullMarked;
