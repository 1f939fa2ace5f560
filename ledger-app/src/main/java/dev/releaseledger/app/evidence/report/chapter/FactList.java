package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.page.Block;
import dev.releaseledger.app.evidence.report.page.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts as they come together; what is not there is either said so or left out. */
final class FactList {

  private final List<Block.Fact> facts = new ArrayList<>();

  FactList put(String name, Text value) {
    facts.add(new Block.Fact(name, value));
    return this;
  }

  FactList words(String name, @Nullable String words) {
    return put(name, Text.orNotRecorded(words));
  }

  FactList code(String name, @Nullable String code) {
    return put(name, Text.codeOrNotRecorded(code));
  }

  /** Only where there is something. */
  FactList ifAny(String name, Text value) {
    return value.isEmpty() || value.equals(Text.NOT_RECORDED) ? this : put(name, value);
  }

  List<Block.Fact> all() {
    return facts;
  }
}
