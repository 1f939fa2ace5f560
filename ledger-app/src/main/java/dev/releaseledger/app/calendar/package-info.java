@NullMarked
package dev.releaseledger.app.calendar;

import org.jspecify.annotations.NullMarked;
