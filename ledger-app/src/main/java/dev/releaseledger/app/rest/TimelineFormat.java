package dev.releaseledger.app.rest;

import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The forms in which the timeline is told. */
enum TimelineFormat {
  JSON("application/json", "application/json"),
  CSV("text/csv;charset=UTF-8;header=present", "text/csv"),
  JSONL(
      "application/jsonl;charset=UTF-8",
      "application/jsonl",
      "application/x-ndjson",
      "application/x-jsonlines");

  private final String mediaType;
  private final List<MediaType> accepted;

  TimelineFormat(String mediaType, String... accepted) {
    this.mediaType = mediaType;
    this.accepted = Arrays.stream(accepted).map(MediaType::parseMediaType).toList();
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that a parameter names, or else the one that the caller likes best. */
  static TimelineFormat of(@Nullable String named, @Nullable String accept) {
    if (named != null) {
      return Arrays.stream(values())
          .filter(format -> format.ending().equals(named))
          .findFirst()
          .orElseThrow(
              () -> new Refused(new InvalidValue("format", "must be one of: json, csv, jsonl")));
    }
    return accepted(accept).stream()
        .flatMap(type ->
            Arrays.stream(values()).filter(it -> it.accepted.stream().anyMatch(type::includes)))
        .findFirst()
        .orElse(JSON);
  }

  private static List<MediaType> accepted(@Nullable String header) {
    try {
      return MediaType.parseMediaTypes(header).stream()
          .filter(type -> type.getQualityValue() > 0)
          .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
          .toList();
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }
}
