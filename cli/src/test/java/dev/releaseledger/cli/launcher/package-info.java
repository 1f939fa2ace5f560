/** The script that people start, tried on a project in which nothing takes long. */
@NullMarked
package dev.releaseledger.cli.launcher;

import org.jspecify.annotations.NullMarked;
