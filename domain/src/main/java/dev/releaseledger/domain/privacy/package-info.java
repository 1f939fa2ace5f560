/** What can be forgotten while everything that was recorded stays provable. */
@NullMarked
package dev.releaseledger.domain.privacy;

import org.jspecify.annotations.NullMarked;
