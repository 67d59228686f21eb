package whatnow;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import whatnow.testkit.Texts;

/** The arrows between packages, and what nobody may do in any of them. */
class ModulesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("whatnow");

    /** What one statement is made of: a constant, or the parameter of a private method that is given constants. */
    private static final Pattern FIXED_STATEMENT = Pattern.compile("[A-Z][A-Z_0-9]*|statement");

    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(([^()]*(?:\\([^()]*\\))?[^()]*)\\)");

    @Test
    void arrowsPointOnlyWhereThePackagesSay() {
        ApplicationModules.of(Whatnow.class).verify();
    }

    @Test
    void nobodyUsesTheDoorsForPeople() {
        noClasses()
                .that()
                .resideOutsideOfPackages("whatnow.web..", "whatnow.cli..")
                .and()
                .areNotAssignableTo(Whatnow.class)
                .and()
                // Generated from templates, and used by pages alone.
                .resideOutsideOfPackage("gg.jte..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("whatnow.web..", "whatnow.cli..")
                .check(PRODUCT);
    }

    @Test
    void whatHappensKnowsNothingOfWhatIsDecided() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "whatnow.plan..", "whatnow.catalogue..", "whatnow.knowledge..", "whatnow.rulebook..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("whatnow.incident..", "whatnow.signal..", "whatnow.decision..", "whatnow.now..")
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAnyPackage("whatnow.incident..", "whatnow.signal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("whatnow.decision..", "whatnow.now..")
                .check(PRODUCT);
    }

    @Test
    void aDecisionReadsNoDatabaseAndNoNetworkByItself() {
        noClasses()
                .that()
                .haveNameMatching("whatnow\\.decision\\.(Decider|Situation|.*Policy|known\\..*)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "java.net.http..")
                .check(PRODUCT);
    }

    @Test
    void onlyThePortOfTimeReadsAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("whatnow.time..", "whatnow.database..")
                .should()
                .callMethodWhere(readsTheClock())
                .orShould()
                .callMethodWhere(target(owner(type(Clock.class))).and(target(nameMatching("system.*|tick.*"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(PRODUCT);
    }

    @Test
    @DisplayName("nothing but the embedded database is ever started as a process (safety.md 1)")
    void nothingButTheEmbeddedDatabaseIsStartedAsAProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("whatnow.database..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(target(owner(type(Runtime.class))).and(target(nameMatching("exec"))))
                .check(PRODUCT);
    }

    @Test
    void thereIsOneWayToLog() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
                .check(PRODUCT);
    }

    @Test
    void testsUseNoMocks() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.easymock..", "..bean.override.mockito..")
                .check(new ClassFileImporter().importPackages("whatnow"));
    }

    @Test
    @DisplayName("tests are Jupiter's: JUnit 4 lies on the class path, and nothing would run its tests")
    void testsAreThoseOfJupiter() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit", "org.junit.rules..", "org.junit.runner..", "junit..")
                .check(new ClassFileImporter().importPackages("whatnow"));
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(PRODUCT);
    }

    @Test
    @DisplayName("SQL is written down and never put together (S-20)")
    void sqlIsNeverPutTogether() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var put = files.filter(it -> it.toString().endsWith(".java"))
                    .map(Texts::read)
                    .filter(it -> it.contains("JdbcClient"))
                    .flatMap(it -> STATEMENT.matcher(it).results())
                    .map(it -> it.group(1).strip())
                    .filter(it -> !FIXED_STATEMENT.matcher(it).matches())
                    .toList();
            assertThat(put).isEmpty();
        }
    }

    /** {@code now()} without a clock, of whatever class of java.time. */
    private static DescribedPredicate<JavaMethodCall> readsTheClock() {
        return DescribedPredicate.describe(
                "now() of java.time",
                call -> call.getTargetOwner().getPackageName().equals("java.time")
                        && call.getName().equals("now")
                        && Set.of(0, 1)
                                .contains(
                                        call.getTarget().getRawParameterTypes().size())
                        && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(it -> it.isEquivalentTo(Clock.class)));
    }

    private static DescribedPredicate<JavaClass> type(Class<?> type) {
        return DescribedPredicate.describe(type.getSimpleName(), it -> it.isEquivalentTo(type));
    }
}
