/** What schemas were: at any point, between any two, and who made them so. */
@NullMarked
package dev.releaseledger.app.history;

import org.jspecify.annotations.NullMarked;
