package dev.releaseledger.app.evidence;

import dev.releaseledger.evidence.bundle.View;
import java.util.List;

/** Tells the evidence once more, in forms that people and other tools read. */
public interface Reporting {

  /** The files with it. */
  List<View> views(Collected collected);
}
