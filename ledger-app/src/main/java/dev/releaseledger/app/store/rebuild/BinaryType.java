package dev.releaseledger.app.store.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * The types of columns whose values are written as the server keeps them, which neither side has to
 * spell out (PostgreSQL manual, COPY: Binary Format).
 */
enum BinaryType {
  TEXT("text") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.bytes(((String) value).getBytes(StandardCharsets.UTF_8));
    }
  },
  BIGINT("bigint") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.int32(Long.BYTES);
      rows.int64(((Number) value).longValue());
    }
  },
  INTEGER("integer") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.int32(Integer.BYTES);
      rows.int32(((Number) value).intValue());
    }
  },
  SMALLINT("smallint") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.int32(Short.BYTES);
      rows.int16(((Number) value).shortValue());
    }
  },
  BOOLEAN("boolean") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.int32(1);
      rows.int8((Boolean) value ? 1 : 0);
    }
  },
  TIMESTAMPTZ("timestamp with time zone") {
    @Override
    void write(Object value, BinaryRows rows) {
      rows.int32(Long.BYTES);
      rows.int64(microseconds(((Timestamp) value).toInstant()));
    }
  };

  private static final long FIRST_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

  private final String column;

  BinaryType(String column) {
    this.column = column;
  }

  /** The type of a column that the server calls so. */
  static Optional<BinaryType> of(String column) {
    for (BinaryType type : values()) {
      if (type.column.equals(column)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Writes a value with its length before it. */
  abstract void write(Object value, BinaryRows rows);

  /** Rounded as the driver rounds what is inserted. */
  private static long microseconds(Instant instant) {
    return (instant.getEpochSecond() - FIRST_SECOND) * 1_000_000 + (instant.getNano() + 500) / 1000;
  }
}
