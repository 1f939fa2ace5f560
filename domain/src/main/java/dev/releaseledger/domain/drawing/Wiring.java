package dev.releaseledger.domain.drawing;

import java.util.ArrayList;
import java.util.List;

/** The lines of a picture: each is level or upright, and runs where no box is. */
final class Wiring {

  /**
   * One line.
   *
   * @param net which of the nets it is a part of
   * @param optional whether it is the end of a reference that may be absent
   */
  record Line(int net, int x1, int y1, int x2, int y2, boolean optional, String title) {}

  /** What stands at the end of a line. */
  enum Mark {
    /** Exactly one, or at most one. */
    ONE,
    MANY
  }

  /**
   * A mark at the side of a box.
   *
   * @param away which way the line leaves the box: 1 to the right, -1 to the left
   */
  record End(int net, int x, int y, int away, Mark mark) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<End> ends = new ArrayList<>();

  List<Line> lines() {
    return lines;
  }

  List<End> ends() {
    return ends;
  }

  void line(int net, int x1, int y1, int x2, int y2, boolean optional, String title) {
    if (x1 != x2 || y1 != y2) {
      lines.add(new Line(net, x1, y1, x2, y2, optional, title));
    }
  }

  void end(int net, int x, int y, int away, Mark mark) {
    ends.add(new End(net, x, y, away, mark));
  }
}
