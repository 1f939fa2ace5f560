/**
 * The files that tools around a release read: what was changed in each table, who approved it, the
 * versions of each table, and a notification.
 */
@NullMarked
package dev.releaseledger.domain.record.artifact;

import org.jspecify.annotations.NullMarked;
