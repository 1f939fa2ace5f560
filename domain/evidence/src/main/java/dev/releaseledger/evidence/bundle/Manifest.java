package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.document.Members;
import dev.releaseledger.evidence.json.Canonical;
import dev.releaseledger.evidence.json.StrictJson;
import java.util.List;

/** Every file of a bundle that is there before the statement is signed, in order of the names. */
public record Manifest(BundleKind kind, List<ManifestEntry> files) {

  /** Where it is in the archive. */
  public static final String NAME = "manifest.json";

  /** Refuses files that are not in order, or that are in it twice. */
  public Manifest {
    files = List.copyOf(files);
    for (int i = 1; i < files.size(); i++) {
      if (files.get(i - 1).name().compareTo(files.get(i).name()) >= 0) {
        throw new Malformed("the files of the manifest are not in order");
      }
    }
  }

  /** The manifest as it is stored. */
  public byte[] bytes() {
    return Canonical.bytes(
        new Members()
            .list("files", files, ManifestEntry::json)
            .text("type", kind.manifestType())
            .built());
  }

  /** The manifest that these bytes are, to the byte. */
  public static Read<Manifest> read(byte[] bytes) {
    return StrictJson.readCanonical(bytes).then(value -> Fields.of(value, Manifest::of));
  }

  private static Manifest of(Fields fields) {
    return new Manifest(
        BundleKind.ofManifest(fields.text("type")), fields.objects("files", ManifestEntry::of));
  }
}
