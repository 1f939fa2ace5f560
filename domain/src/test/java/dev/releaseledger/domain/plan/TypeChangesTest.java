package dev.releaseledger.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeChangesTest {

  private static final Schema DOMAINS =
      Schema.of(
          List.of(
              new DomainType("public.plain", "integer", false, null, null, List.of(), null),
              new DomainType(
                  "public.checked",
                  "integer",
                  false,
                  null,
                  null,
                  List.of(new DomainConstraint("c", "CHECK (VALUE > 0)", true)),
                  null)),
          List.of());

  @ParameterizedTest(name = "{0} to {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          smallint                       | integer                        | rewrite
          integer                        | bigint                         | rewrite
          bigint                         | numeric                        | rewrite
          integer                        | numeric(10,0)                  | rewrite
          integer                        | numeric(10,2)                  | narrowing
          integer                        | numeric(10,-3)                 | narrowing
          integer                        | double precision               | rewrite
          bigint                         | double precision               | narrowing
          bigint                         | integer                        | narrowing
          real                           | double precision               | rewrite
          double precision               | real                           | narrowing
          numeric(10,2)                  | numeric(18,2)                  | quick
          numeric(10,2)                  | numeric                        | quick
          numeric(10,2)                  | numeric(12,4)                  | rewrite
          numeric(10,2)                  | numeric(10,4)                  | narrowing
          numeric                        | numeric(10,2)                  | narrowing
          character varying(10)          | character varying(20)          | quick
          character varying(10)          | character varying              | quick
          character varying(10)          | text                           | quick
          text                           | character varying              | quick
          text                           | character varying(10)          | narrowing
          character varying(20)          | character varying(10)          | narrowing
          character(5)                   | text                           | rewrite
          character(5)                   | character(9)                   | rewrite
          interval day to second         | interval                       | quick
          interval(3)                    | interval day to second(6)      | narrowing
          interval                       | interval year to month         | narrowing
          interval year                  | interval[]                     | undeclared
          timestamp(3) without time zone | timestamp(6) without time zone | quick
          timestamp(3) without time zone | timestamp without time zone    | quick
          timestamp without time zone    | timestamp(3) without time zone | narrowing
          timestamp without time zone    | timestamp with time zone       | quick
          timestamp with time zone       | timestamp without time zone    | narrowing
          timestamp without time zone    | date                           | narrowing
          date                           | timestamp with time zone       | rewrite
          interval(3)                    | interval                       | quick
          bit varying(8)                 | bit varying(16)                | quick
          cidr                           | inet                           | quick
          inet                           | cidr                           | narrowing
          jsonb                          | json                           | rewrite
          json                           | jsonb                          | narrowing
          uuid                           | text                           | rewrite
          bytea                          | text                           | rewrite
          text[]                         | text                           | rewrite
          integer[]                      | bigint[]                       | rewrite
          bigint[]                       | integer[]                      | narrowing
          integer                        | public.plain                   | quick
          public.plain                   | bigint                         | rewrite
          integer                        | public.checked                 | narrowing
          text                           | integer                        | undeclared
          text                           | bytea                          | undeclared
          text                           | jsonb                          | undeclared
          text                           | text[]                         | undeclared
          integer                        | boolean                        | undeclared
          bigint                         | timestamp with time zone       | undeclared
          public.old                     | public.fresh                   | undeclared
          """)
  void knows_what_happens_to_values(String from, String to, String expected) {
    TypeChange change = new TypeChanges(DOMAINS, DOMAINS).between(from, to);
    String actual =
        switch (change) {
          case TypeChange.Widening(boolean rewrites) -> rewrites ? "rewrite" : "quick";
          case TypeChange.Narrowing narrowing -> "narrowing";
          case TypeChange.Declared declared -> "declared";
          case TypeChange.Undeclared undeclared -> "undeclared";
        };
    assertThat(actual).isEqualTo(expected);
  }
}
