package dev.releaseledger.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.releaseledger.cli.session.LedgerCommand;

/** The walls inside ledgerctl: the API knows nobody, pages know no command, commands no other. */
@AnalyzeClasses(packages = "dev.releaseledger.cli", importOptions = DoNotIncludeTests.class)
class WallsTest {

  @ArchTest
  static final ArchRule no_package_needs_itself_back =
      slices().matching("dev.releaseledger.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_api_knows_nobody =
      noClasses()
          .that()
          .resideInAPackage("..cli.api")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli.render..", "..cli.session..", "picocli..");

  @ArchTest
  static final ArchRule pages_know_no_command =
      noClasses()
          .that()
          .resideInAPackage("..cli.render")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..cli.session..", "picocli..");

  @ArchTest
  static final ArchRule the_client_is_thin =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.releaseledger.domain..",
              "dev.releaseledger.projections..",
              "dev.releaseledger.app..");

  @ArchTest
  static final ArchRule only_the_demo_goes_past_the_ledger =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli.demo")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "org.eclipse.jgit..");

  @ArchTest
  static final ArchRule what_is_printed_goes_through_the_screen =
      noClasses()
          .that()
          .areAssignableTo(LedgerCommand.class)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.io.PrintWriter");

  @ArchTest
  static final ArchRule commands_are_closed =
      classes()
          .that()
          .areAssignableTo(LedgerCommand.class)
          .and()
          .areNotInterfaces()
          .and()
          .doNotBelongToAnyOf(LedgerCommand.class)
          .should()
          .haveModifier(JavaModifier.FINAL);
}
