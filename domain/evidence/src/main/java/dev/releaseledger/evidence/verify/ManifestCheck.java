package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.bundle.ManifestEntry;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.key.Sha256;
import java.util.Set;
import java.util.TreeSet;

/** Every file is in the manifest with its digest; those that come after it prove themselves. */
final class ManifestCheck {

  private ManifestCheck() {}

  static Passed<Manifest> of(Content content) {
    Manifest manifest = Manifest.read(content.get(Manifest.NAME)).orThrow();
    Set<String> left = new TreeSet<>(content.files().keySet());
    left.removeAll(afterwards(manifest.kind()));
    for (ManifestEntry entry : manifest.files()) {
      Stop.unless(left.remove(entry.name()), entry.name() + " is in the manifest only");
      Stop.unless(
          Sha256.of(content.get(entry.name())).equals(entry.digest()),
          entry.name() + " is not what the manifest says");
    }
    Stop.unless(left.isEmpty(), left + " are not in the manifest");
    for (ManifestEntry entry : manifest.files()) {
      Stop.unless(
          Layout.knows(manifest.kind(), entry),
          entry.name() + " has no place in such a bundle, or another standing");
    }
    return new Passed<>(manifest, manifest.files().size() + " files");
  }

  /** What is made once the manifest is signed. */
  private static Set<String> afterwards(BundleKind kind) {
    return Set.of(
        Manifest.NAME, SignedDraft.STATEMENT, kind.statementBundle(), Continuation.OF_STATEMENT);
  }
}
