/** Logging in with an identity provider, and out again. */
@NullMarked
package dev.releaseledger.cli.login;

import org.jspecify.annotations.NullMarked;
