package dev.releaseledger.projections.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test its own database on a real PostgreSQL server.
 *
 * <p>Ask for a {@link TestDatabase} parameter for one empty database, or for a {@link TestServer}
 * to make several. What a test method or {@code @BeforeEach} asks for lives as long as that test;
 * what {@code @BeforeAll} asks for is shared by the class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PostgresExtension.class)
public @interface PostgresTest {}
