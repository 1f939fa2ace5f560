package dev.releaseledger.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture of the house in docs/architecture.md, executable. */
class WallsOfTheHouseTest {

  private static final String ROOT = "dev.releaseledger.";
  private static final String DOMAIN = ROOT + "domain.";
  private static final String APP = ROOT + "app.";
  private static final String EVIDENCE = ROOT + "evidence";

  /** From left to right: each knows only those to its left. */
  private static final List<String> DOMAIN_PACKAGES =
      List.of(
          "document",
          "secret",
          "privacy",
          "schema",
          "diff",
          "plan",
          "history",
          "risk",
          "preflight",
          "drawing",
          "rehearsal",
          "lint",
          "standards",
          "policy",
          "release",
          "project",
          "environment",
          "record",
          "readiness",
          "access",
          "notice",
          "export",
          "log");

  /** What evidence is made of, from left to right in the same way. */
  private static final List<String> EVIDENCE_PACKAGES =
      List.of(
          "json",
          "key",
          "ssh",
          "merkle",
          "note",
          "log",
          "document",
          "archive",
          "timestamp",
          "attestation",
          "attestation.release",
          "trust",
          "sigstore",
          "event",
          "bundle",
          "verify");

  private static final List<String> ADAPTERS =
      List.of(
          "git",
          "postgres",
          "embedded",
          "store",
          "security",
          "rest",
          "calendar",
          "signing",
          "webhook",
          "mail",
          "notary");

  private static final List<String> USE_CASES =
      List.of(
          "planning",
          "linting",
          "applying",
          "drift",
          "releasing",
          "history",
          "project",
          "governing",
          "replaying",
          "record",
          "readiness",
          "timeline",
          "notifying",
          "sealing",
          "anchoring",
          "evidence",
          "privacy",
          "access");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.releaseledger");

  @Test
  void the_whole_house_is_looked_at() {
    assertThat(HOUSE.size()).isGreaterThan(400);
  }

  @Test
  void modules_depend_downwards_only() {
    check(
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage(ROOT + ".")
            .layer("domain")
            .definedBy(DOMAIN + ".")
            .layer("evidence")
            .definedBy(ROOT + "evidence..")
            .layer("projections")
            .definedBy(ROOT + "projections..")
            .layer("app")
            .definedBy(APP + ".")
            .layer("cli")
            .definedBy(ROOT + "cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("projections")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("evidence")
            .mayOnlyBeAccessedByLayers("app", "cli")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("projections", "app", "cli"));
  }

  @Test
  void the_domain_is_pure() {
    check(
        classes()
            .that()
            .resideInAPackage(DOMAIN + ".")
            .and()
            .doNotHaveSimpleName("EnvironmentAggregate")
            .and()
            .doNotHaveSimpleName("AccessAggregate")
            .and()
            .doNotHaveSimpleName("SubscriptionsAggregate")
            .and()
            .doNotHaveSimpleName("EvidenceAggregate")
            .and()
            .doNotHaveSimpleName("LogAggregate")
            .and()
            .doNotHaveSimpleName("Project")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(DOMAIN + ".", "java..", "org.jspecify.annotations")));
  }

  static List<String> evidencePackages() {
    return EVIDENCE_PACKAGES;
  }

  @ParameterizedTest
  @MethodSource("evidencePackages")
  void a_package_of_evidence_knows_only_those_to_its_left(String name) {
    List<String> known = new ArrayList<>(List.of(EVIDENCE, "java..", "org.jspecify.annotations"));
    EVIDENCE_PACKAGES.subList(0, EVIDENCE_PACKAGES.indexOf(name) + 1).stream()
        .map(left -> EVIDENCE + "." + left)
        .forEach(known::add);
    if (name.equals("json")) {
      known.add("com.fasterxml.jackson.core..");
    }
    if (name.equals("timestamp")) {
      known.addAll(List.of("org.bouncycastle..", "javax.security.auth.x500"));
    }
    check(
        classes()
            .that()
            .resideInAPackage(EVIDENCE + "." + name)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(known.toArray(String[]::new))));
  }

  @ParameterizedTest
  @MethodSource("evidencePackages")
  void the_log_does_no_io_and_reads_no_clock(String name) {
    check(
        noClasses()
            .that()
            .resideInAPackage(EVIDENCE + "." + name)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                    .or(simpleName("File"))
                    .or(simpleName("Clock")))
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  @Test
  void only_the_time_stamps_know_bouncy_castle() {
    check(
        noClasses()
            .that()
            .resideInAPackage(EVIDENCE + "..")
            .and()
            .resideOutsideOfPackage(EVIDENCE + ".timestamp..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle.."));
  }

  @Test
  void what_proves_knows_no_other_module_and_no_framework() {
    check(
        classes()
            .that()
            .resideInAPackage(EVIDENCE + "..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    EVIDENCE + "..",
                    "java..",
                    "javax..",
                    "org.jspecify.annotations",
                    "com.fasterxml.jackson..",
                    "org.bouncycastle..")));
  }

  @Test
  void the_domain_does_no_io() {
    check(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN + ".")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io", "java.nio.file..", "java.net..", "java.sql.."));
  }

  @Test
  void the_domain_reads_no_clock_and_draws_no_lots() {
    check(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN + ".")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.util.random..")
                    .or(simpleName("Random"))
                    .or(simpleName("SecureRandom"))
                    .or(simpleName("Clock")))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Instant.class, "now", Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime"));
  }

  @Test
  void only_the_aggregates_know_axon() {
    check(
        classes()
            .that()
            .resideInAPackage(DOMAIN + ".")
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .and(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "depend on Axon",
                    type ->
                        type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(
                                d -> d.getTargetClass().getPackageName().startsWith("org.axon"))))
            .should()
            .haveSimpleName("EnvironmentAggregate")
            .orShould()
            .haveSimpleName("AccessAggregate")
            .orShould()
            .haveSimpleName("SubscriptionsAggregate")
            .orShould()
            .haveSimpleName("EvidenceAggregate")
            .orShould()
            .haveSimpleName("LogAggregate")
            .orShould()
            .haveSimpleName("Project"));
  }

  static List<String> domainPackages() {
    return DOMAIN_PACKAGES.subList(0, DOMAIN_PACKAGES.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("domainPackages")
  void a_domain_package_knows_only_those_to_its_left(String name) {
    String[] right =
        DOMAIN_PACKAGES.subList(DOMAIN_PACKAGES.indexOf(name) + 1, DOMAIN_PACKAGES.size()).stream()
            .map(other -> DOMAIN + other + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN + name + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(right));
  }

  @Test
  void rules_know_costs_and_not_the_other_way_round() {
    check(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN + "risk.cost")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DOMAIN + "risk", DOMAIN + "risk.rule"));
    check(
        noClasses()
            .that()
            .resideInAPackage(DOMAIN + "risk.rule")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DOMAIN + "risk"));
  }

  @Test
  void every_domain_package_is_in_the_picture() {
    assertThat(
            HOUSE.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(DOMAIN))
                .map(name -> name.substring(DOMAIN.length()).replaceFirst("\\..*", ""))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(DOMAIN_PACKAGES);
  }

  @Test
  void projections_do_not_know_each_other() {
    check(slices().matching(ROOT + "projections.(*)..").should().notDependOnEachOther());
  }

  @Test
  void projections_know_neither_web_nor_git() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "projections..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.eclipse.jgit..", "jakarta.."));
  }

  static List<String> adapters() {
    return ADAPTERS;
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void adapters_do_not_import_each_other(String adapter) {
    String[] others =
        ADAPTERS.stream()
            .filter(other -> !other.equals(adapter))
            .map(other -> APP + other + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(APP + adapter + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  static List<String> useCases() {
    return USE_CASES;
  }

  @ParameterizedTest
  @MethodSource("useCases")
  void use_cases_know_ports_and_not_adapters(String useCase) {
    String[] adapters =
        ADAPTERS.stream().map(adapter -> APP + adapter + "..").toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(APP + useCase + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(adapters));
  }

  @Test
  void a_report_is_made_from_what_it_is_given() {
    check(
        classes()
            .that()
            .resideInAPackage(APP + "evidence.report..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    APP + "evidence.report..",
                    DOMAIN + ".",
                    EVIDENCE + "..",
                    "java..",
                    "org.jspecify.annotations",
                    "org.apache.pdfbox..",
                    "org.apache.fontbox..")));
    check(
        noClasses()
            .that()
            .resideInAPackage(APP + "evidence.report..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..")
                    .or(simpleName("Clock")))
            .orShould()
            .callMethod(Instant.class, "now"));
  }

  @Test
  void only_paper_knows_pdf() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".")
            .and()
            .resideOutsideOfPackage(APP + "evidence.report.pdf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox.."));
  }

  @Test
  void ports_know_the_domain_and_what_proves_only() {
    check(
        classes()
            .that()
            .resideInAPackage(APP + "port..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    APP + "port..", DOMAIN + ".", EVIDENCE + "..", "java..", "org.jspecify..")));
  }

  @Test
  void the_use_cases_have_no_cycles() {
    check(slices().matching(APP + "(*)..").should().beFreeOfCycles());
  }

  @Test
  void names_say_what_things_are() {
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + ".")
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Service")
            .orShould()
            .haveSimpleNameEndingWith("Dto"));
  }

  private static void check(ArchRule rule) {
    rule.check(HOUSE);
  }
}
