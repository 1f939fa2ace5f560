@NullMarked
package dev.releaseledger.app.port;

import org.jspecify.annotations.NullMarked;
