package dev.releaseledger.app.evidence;

import dev.releaseledger.domain.record.RecordMarkdown;
import dev.releaseledger.evidence.bundle.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the record of the change in Markdown. */
@Component
class RecordReport implements Reporting {

  @Override
  public List<View> views(Collected collected) {
    return List.of(
        new View(
            View.MARKDOWN, RecordMarkdown.of(collected.record()).getBytes(StandardCharsets.UTF_8)));
  }
}
