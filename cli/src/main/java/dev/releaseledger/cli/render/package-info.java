/** Answers as text for people; nothing here asks the service or knows a command. */
@NullMarked
package dev.releaseledger.cli.render;

import org.jspecify.annotations.NullMarked;
