/**
 * What is handed to those who ask about a rollout later: the record of the change, and the files
 * that the tools around it read. All of it follows from events and artifacts.
 */
@NullMarked
package dev.releaseledger.domain.record;

import org.jspecify.annotations.NullMarked;
