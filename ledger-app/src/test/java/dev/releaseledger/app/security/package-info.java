@NullMarked
package dev.releaseledger.app.security;

import org.jspecify.annotations.NullMarked;
