package dev.releaseledger.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.Problem;
import dev.releaseledger.cli.render.Page;
import dev.releaseledger.cli.render.Printable;
import dev.releaseledger.cli.render.ProblemPage;
import dev.releaseledger.cli.render.Style;
import dev.releaseledger.cli.render.Writing;

/** Where a command's result goes (stdout) and where everything else goes (stderr). */
public final class Screen {
  private final Surroundings surroundings;
  private final OutputFormat format;
  private final Style style;

  Screen(Surroundings surroundings, OutputFormat format, Style style) {
    this.surroundings = surroundings;
    this.format = format;
    this.style = style;
  }

  /** Shows the command's result: the answer itself, or what is written of it for people. */
  public void show(JsonNode answer, Writing writing) {
    if (format == OutputFormat.json) {
      surroundings.out().print(Json.pretty(answer) + "\n");
    } else {
      Page page = new Page(format == OutputFormat.text ? style : new Style(false));
      writing.write(format == OutputFormat.text ? Printable.of(answer) : answer, page);
      surroundings.out().print(page.text());
    }
    surroundings.out().flush();
  }

  /** Shows a result that is a text already, in whatever format was asked for. */
  public void show(String text) {
    surroundings.out().print(text.endsWith("\n") ? text : text + "\n");
    surroundings.out().flush();
  }

  /** Tells a person something that is not the result. */
  public void note(String line) {
    if (format == OutputFormat.text) {
      surroundings.err().print(line + "\n");
      surroundings.err().flush();
    }
  }

  /** Tells a person what they have to do for the command to go on, whatever the format. */
  public void ask(String line) {
    surroundings.err().print(line + "\n");
    surroundings.err().flush();
  }

  /** Shows why there is no result. */
  public void show(Problem problem) {
    if (format == OutputFormat.json) {
      surroundings.err().print(Json.pretty(problem.document()) + "\n");
    } else {
      Page page = new Page(new Style(style.on() && surroundings.errIsTerminal()));
      ProblemPage.write(new Problem((ObjectNode) Printable.of(problem.document())), page);
      surroundings.err().print(page.text());
    }
    surroundings.err().flush();
  }

  /** Returns the line that is overwritten while something takes long. */
  public ProgressLine progress() {
    boolean visible = surroundings.errIsTerminal() && format == OutputFormat.text;
    return new ProgressLine(surroundings.err(), visible);
  }
}
