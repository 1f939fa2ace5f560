@NullMarked
package dev.releaseledger.app.governing;

import org.jspecify.annotations.NullMarked;
