package dev.releaseledger.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.projections.EventName;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Stores events under their ledger name ({@code plan-approved}), not under a class name, so that
 * classes may move while stored events stay what they are; and of free texts only digests.
 */
final class LedgerSerializer extends JacksonSerializer {

  private static final String REVISION = "1";

  private final TextKeeping texts;

  LedgerSerializer(ObjectMapper mapper, TextKeeping texts) {
    super(
        JacksonSerializer.builder()
            .objectMapper(
                mapper
                    .copy()
                    .registerModule(
                        new SimpleModule("storable").addSerializer(new StorableText()))));
    this.texts = texts;
  }

  @Override
  public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> form) {
    Set<String> members = object == null ? Set.of() : FreeTextFields.of(object.getClass());
    if (object == null || members.isEmpty()) {
      return super.serialize(object, form);
    }
    ObjectNode event = getObjectMapper().valueToTree(object);
    committing(event, members);
    return new SimpleSerializedObject<>(
        super.serialize(event, form).getData(), form, typeForClass(object.getClass()));
  }

  private void committing(ObjectNode event, Set<String> members) {
    for (String member : members) {
      JsonNode text = event.get(member);
      if (text != null) {
        event.set(
            member, SaltedText.of(texts.keep(text.textValue(), event.get("actor").textValue())));
      }
    }
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
