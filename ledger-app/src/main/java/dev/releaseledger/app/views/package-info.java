@NullMarked
package dev.releaseledger.app.views;

import org.jspecify.annotations.NullMarked;
