package dev.releaseledger.app.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.io.IOException;

/**
 * Writes the texts of events, and refuses what no table of PostgreSQL can hold: recorded once, it
 * would be in the way of every view for good.
 */
final class StorableText extends StdScalarSerializer<String> {

  private static final long serialVersionUID = 1L;

  private static final char NOTHING = 0;

  StorableText() {
    super(String.class);
  }

  @Override
  public void serialize(String text, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    if (text.indexOf(NOTHING) >= 0) {
      String field = json.getOutputContext().getCurrentName();
      throw new Refused(
          new InvalidValue(field == null ? "text" : field, "must not have the character U+0000"));
    }
    json.writeString(text);
  }
}
