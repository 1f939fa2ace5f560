@NullMarked
package dev.releaseledger.app.mail;

import org.jspecify.annotations.NullMarked;
