package io.parcours;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.parcours.conversation.Channel;
import io.parcours.telephony.Telephony;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The house's inner walls. Allow-lists: a rule that forbids a package with a misspelt name would pass in silence, a list that
 * lacks one fails.
 */
class ArchitectureTest {

    /** Which of our packages each of our packages may use, beside itself. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("decisions", Set.of()),
            Map.entry("tenant", Set.of()),
            Map.entry("language", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("form", Set.of()),
            Map.entry("live", Set.of("tenant")),
            Map.entry("trace", Set.of("live", "tenant")),
            Map.entry("database", Set.of("tenant")),
            Map.entry("engine", Set.of("decisions", "form", "model", "tenant", "trace")),
            Map.entry("customer", Set.of("decisions", "language")),
            Map.entry("permission", Set.of("decisions", "tenant", "trace")),
            Map.entry(
                    "conversation",
                    Set.of(
                            "customer",
                            "decisions",
                            "engine",
                            "language",
                            "media",
                            "number",
                            "permission",
                            "tenant",
                            "trace")),
            Map.entry("work", Set.of("engine", "live", "tenant")),
            Map.entry("complaint", Set.of("conversation", "customer", "decisions", "engine", "tenant")),
            Map.entry("operatordata", Set.of("tenant", "trace")),
            Map.entry(
                    "step",
                    Set.of("conversation", "customer", "decisions", "engine", "merging", "model", "operatordata")),
            Map.entry(
                    "journey",
                    Set.of(
                            "complaint",
                            "conversation",
                            "customer",
                            "decisions",
                            "engine",
                            "model",
                            "permission",
                            "trace",
                            "work")),
            Map.entry("prompt", Set.of("conversation", "language")),
            Map.entry("media", Set.of("engine", "live", "tenant")),
            Map.entry("number", Set.of()),
            Map.entry("telephony", Set.of()),
            Map.entry(
                    "call",
                    Set.of("customer", "decisions", "live", "number", "permission", "telephony", "tenant", "trace")),
            Map.entry("merging", Set.of("conversation", "engine", "trace")),
            Map.entry("wording", Set.of("conversation", "language", "live", "tenant")),
            Map.entry("account", Set.of("conversation", "database", "operatordata", "tenant")),
            Map.entry(
                    "connector",
                    Set.of(
                            "account",
                            "conversation",
                            "language",
                            "media",
                            "number",
                            "operatordata",
                            "prompt",
                            "telephony",
                            "tenant"))));

    private static final String SIMULATORS = "io.parcours.connector.simulator..";

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.parcours");
    }

    @Test
    void eachPackageUsesWhatItsListNamesAndNothingElse() {
        Map<String, Set<String>> used = new TreeMap<>();
        for (JavaClass each : ours) {
            Set<String> targets = each.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> feature(dependency.getTargetClass()))
                    .filter(target -> !target.isEmpty() && !target.equals(feature(each)))
                    .collect(Collectors.toSet());
            used.computeIfAbsent(feature(each), key -> new TreeSet<>()).addAll(targets);
        }
        MAY_USE.forEach((feature, allowed) -> {
            assertThat(used).as("a package that the list names").containsKey(feature);
            assertThat(allowed).as(feature + " uses").containsAll(used.get(feature));
        });
    }

    @Test
    void onlyTheEnginePackageCallsTheProcessEngine() {
        classes()
                .that(useCamunda())
                .should()
                .resideInAnyPackage("io.parcours.engine..", "io.parcours.decisions..")
                .check(ours);
    }

    @Test
    void screensAndConnectorsKnowNeitherTheEngineNorTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage("io.parcours.ui..", "io.parcours.connector..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda..", "org.springframework.jdbc.."))
                .check(ours);
        // To the connector of operators' own systems a database is the outside world. Ours it reaches no more than any
        // other.
        noClasses()
                .that()
                .resideInAnyPackage("io.parcours.ui..", "io.parcours.connector..")
                .and()
                .resideOutsideOfPackage("io.parcours.connector.operatordata")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer.hikari.."))
                .check(ours);
    }

    @Test
    void journeysDoNotKnowEachOtherNorDoConnectors() {
        slices().matching("io.parcours.journey.(*)..")
                .should()
                .notDependOnEachOther()
                .check(ours);
        // What channels over HTTP have in common is nobody's alone.
        slices().matching("io.parcours.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage("io.parcours.connector.web"))
                .check(ours);
    }

    @Test
    void nobodyWritesNativeQueriesToTheEngineSinceTheyIgnoreItsTenants() {
        noClasses()
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.nameMatching("createNative.*Query")))
                .check(ours);
    }

    @Test
    void theEnginesWebApplicationsAndRestInterfaceAreNotThere() {
        for (String name : Set.of(
                "org.camunda.bpm.engine.rest.impl.CamundaRestResources",
                "org.camunda.bpm.webapp.impl.filter.EmptyBodyFilter")) {
            assertThat(present(name)).as(name).isFalse();
        }
    }

    /**
     * By the decision contact-permission: whoever may hand something to a channel or call a customer asks it, or is called by
     * the one that did.
     */
    @Test
    void whateverLeavesIsAskedAboutFirst() {
        assertThat(users(Channel.class, "send")).containsExactly("Drain", "Sending");
        assertThat(callers("io.parcours.conversation.Sending", "send")).containsExactly("Outbox");
        assertThat(users(Telephony.class, "dial")).containsExactly("AgentCalls");
        assertThat(users(Telephony.class, "call"))
                .as("the product calls nobody by itself")
                .isEmpty();
        assertThat(callers("io.parcours.permission.Permissions", "askAll")).contains("Drain");
        assertThat(ours.get("io.parcours.conversation.Outbox").getMethods())
                .filteredOn(each -> calls(each, "Sending", "begin"))
                .hasSize(3)
                .allMatch(each -> calls(each, "Permit", "refusal"));
        assertThat(callers("io.parcours.call.CallPermit", "ask")).contains("AgentCalls");
    }

    @Test
    void onlyTheDemoAndItsHandsetKnowThatThereAreSimulators() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SIMULATORS, "io.parcours.demo..", "io.parcours.ui.simulator..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(SIMULATORS))
                .check(ours);
    }

    /** Who uses a port's method, by itself or by whoever implements it; connectors, behind the port, aside. */
    private static Set<String> users(Class<?> port, String method) {
        return ours.stream()
                .filter(each -> each.isAssignableTo(port))
                .flatMap(each -> callers(each.getName(), method).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean calls(JavaMethod by, String owner, String method) {
        return by.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().getSimpleName().equals(owner)
                        && call.getName().equals(method));
    }

    /** By a call or by a reference to the method. */
    private static Set<String> callers(String owner, String method) {
        return ours.get(owner).getMethods().stream()
                .filter(each -> each.getName().equals(method))
                .flatMap(each -> each.getAccessesToSelf().stream())
                .map(access -> access.getOriginOwner())
                .filter(origin -> !origin.getPackageName().startsWith("io.parcours.connector"))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static DescribedPredicate<JavaClass> useCamunda() {
        return DescribedPredicate.describe("use Camunda", each -> each.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith("org.camunda")));
    }

    /** The first package below ours; empty for what is not ours. */
    private static String feature(JavaClass each) {
        String name = each.getPackageName();
        return name.startsWith("io.parcours.") ? name.split("\\.")[2] : "";
    }

    private static boolean present(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
