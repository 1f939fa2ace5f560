/** Signatures as {@code ssh-keygen -Y sign} makes them (PROTOCOL.sshsig of OpenSSH). */
@NullMarked
package dev.releaseledger.evidence.ssh;

import org.jspecify.annotations.NullMarked;
