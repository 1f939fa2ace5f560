@NullMarked
package dev.releaseledger.app.embedded;

import org.jspecify.annotations.NullMarked;
