@NullMarked
package dev.releaseledger.app.timeline;

import org.jspecify.annotations.NullMarked;
