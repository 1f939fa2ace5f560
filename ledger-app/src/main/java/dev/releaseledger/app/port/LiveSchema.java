package dev.releaseledger.app.port;

import dev.releaseledger.domain.schema.Schema;

/** A schema read from a database, and the server's major version. */
public record LiveSchema(Schema schema, int majorVersion) {}
