@NullMarked
package dev.releaseledger.app.settings;

import org.jspecify.annotations.NullMarked;
