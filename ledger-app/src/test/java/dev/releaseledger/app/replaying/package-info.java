@NullMarked
package dev.releaseledger.app.replaying;

import org.jspecify.annotations.NullMarked;
