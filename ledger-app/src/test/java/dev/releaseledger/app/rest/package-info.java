@NullMarked
package dev.releaseledger.app.rest;

import org.jspecify.annotations.NullMarked;
