package dev.releaseledger.projections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;

/** Small structures inside a view's row, kept as JSON text. */
public final class JsonText {

  private final ObjectMapper mapper;

  public JsonText(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Writes a value. */
  public String write(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a map of strings. */
  public SortedMap<String, String> map(String text) {
    return read(text, new TypeReference<SortedMap<String, String>>() {});
  }

  /** Reads a list of strings. */
  public List<String> list(String text) {
    return read(text, new TypeReference<List<String>>() {});
  }

  /** Reads a value of a class. */
  public <T> T read(String text, Class<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return mapper.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
