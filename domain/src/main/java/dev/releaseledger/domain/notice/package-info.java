@NullMarked
package dev.releaseledger.domain.notice;

import org.jspecify.annotations.NullMarked;
