package dev.releaseledger.app.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.releaseledger.projections.EventName;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Stores events under their ledger name ({@code plan-approved}), not under a class name, so that
 * classes may move while stored events stay what they are.
 */
public final class LedgerSerializer extends JacksonSerializer {

  private static final String REVISION = "1";

  LedgerSerializer(ObjectMapper mapper) {
    super(
        JacksonSerializer.builder()
            .objectMapper(
                mapper
                    .copy()
                    .registerModule(
                        new SimpleModule("storable").addSerializer(new StorableText()))));
  }

  @Override
  @SuppressWarnings("rawtypes")
  public SerializedType typeForClass(Class type) {
    return type != null && EventTypes.byName().containsValue(type)
        ? new SimpleSerializedType(EventName.of(type), REVISION)
        : super.typeForClass(type);
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    Class<?> event = EventTypes.byName().get(type.getName());
    return event == null ? super.resolveClassName(type) : event.getName();
  }
}
