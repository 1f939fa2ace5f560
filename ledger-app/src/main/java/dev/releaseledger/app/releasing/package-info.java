@NullMarked
package dev.releaseledger.app.releasing;

import org.jspecify.annotations.NullMarked;
