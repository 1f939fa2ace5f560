/** What is to be said about statements that no plan made, from what they did on a scratch copy. */
@NullMarked
package dev.releaseledger.domain.lint;

import org.jspecify.annotations.NullMarked;
