@NullMarked
package dev.releaseledger.app.notifying;

import org.jspecify.annotations.NullMarked;
