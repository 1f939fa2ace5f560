/** Groups, and who is in them. */
@NullMarked
package dev.releaseledger.cli.group;

import org.jspecify.annotations.NullMarked;
