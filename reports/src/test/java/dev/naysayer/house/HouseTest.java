package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Data flows one way, and each thing is where a newcomer looks for it. */
class HouseTest {

    /** A package imports only from itself and from those above it. This list is the architecture. */
    private static final List<String> ORDER = List.of(
            "dsl",
            "dsl.format",
            "dsl.source",
            "dsl.schema",
            "dsl.openapi",
            "dsl.read",
            "dsl.shape",
            "engine.standard",
            "engine.mover",
            "engine.credential",
            "engine.plan",
            "engine.exchange",
            "engine.exchange.redaction",
            "engine.exchange.wire",
            "engine.exchange.pool",
            "engine.exchange.verbatim",
            "engine.exchange.http2",
            "engine.exchange.client",
            "engine.evidence",
            "engine.rule",
            "engine.rule.answer",
            "engine.rule.comparison",
            "engine.rule.profile",
            "engine.rule.remedy",
            "engine.outcome",
            "engine.gate",
            "engine.assertion",
            "engine.run",
            "engine.spring",
            "engine.junit",
            "reports.change",
            "reports.model",
            "reports.drift",
            "reports.fleet",
            "reports.format",
            "reports.collect",
            "reports.command");

    private static final String ROOT = "dev.naysayer.";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.naysayer");

    @Test
    void every_package_is_in_the_order_and_every_place_in_the_order_holds_code() {
        Set<String> rooms = HOUSE.stream().map(HouseTest::room).collect(Collectors.toSet());

        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ORDER);
    }

    @Test
    void a_package_imports_only_from_packages_to_its_left() {
        List<String> wrongWay = dependencies()
                .filter(it -> ORDER.indexOf(room(it.getOriginClass())) < ORDER.indexOf(room(it.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();

        assertThat(wrongWay).isEmpty();
        assertThat(dependencies().filter(it -> !room(it.getOriginClass()).equals(room(it.getTargetClass()))))
                .hasSizeGreaterThan(200);
    }

    @Test
    void how_something_is_sent_is_known_to_no_room_outside_the_exchange() {
        Set<String> inner = Set.of(
                "engine.exchange.wire", "engine.exchange.pool", "engine.exchange.verbatim", "engine.exchange.http2");

        assertThat(dependencies().filter(it -> inner.contains(room(it.getTargetClass()))))
                .isNotEmpty()
                .allMatch(it -> room(it.getOriginClass()).startsWith("engine.exchange."));
    }

    @Test
    void libraries_stay_in_the_rooms_they_were_let_into() {
        Map<String, Set<String>> rooms = Map.of(
                "org.junit", Set.of("engine.junit", "reports.collect"),
                "org.assertj", Set.of("engine.assertion"),
                "io.restassured",
                        Set.of(
                                "engine.exchange.redaction",
                                "engine.exchange.wire",
                                "engine.exchange.pool",
                                "engine.exchange.client",
                                "engine.assertion",
                                "engine.run",
                                "engine.spring"),
                "org.springframework", Set.of("engine.spring"),
                "org.apache.hc",
                        Set.of(
                                "engine.exchange.wire",
                                "engine.exchange.pool",
                                "engine.exchange.verbatim",
                                "engine.exchange.http2",
                                "engine.exchange.client"),
                "org.snakeyaml", Set.of("dsl.format", "dsl.source", "dsl.schema", "dsl.openapi", "dsl.read"),
                "com.networknt", Set.of("dsl", "dsl.schema"),
                "com.nimbusds", Set.of("engine.credential", "engine.spring"),
                "gg.jte", Set.of("reports.format"));

        rooms.forEach(
                (library, allowed) -> assertThat(usersOf(library)).as(library).isEqualTo(allowed));
    }

    @Test
    void time_chance_and_standard_streams_stay_in_the_outermost_rooms() {
        Set<String> outermost = Set.of("engine.junit", "reports.collect", "reports.command");
        Pattern forbidden = Pattern.compile(
                "java\\.lang\\.System\\.(out|err)|.*\\.(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(\\)"
                        + "|java\\.lang\\.System\\.(currentTimeMillis|nanoTime).*|java\\.util\\.Random\\.<init>\\(\\)|java\\.lang\\.Math\\.random.*|java\\.time\\.Clock\\.system.*");

        assertThat(accesses(forbidden, outermost::contains)).isNotEmpty();
        assertThat(accesses(forbidden, Predicate.not(outermost::contains))).isEmpty();
    }

    @Test
    void only_the_exchange_opens_connections() {
        Set<String> network = Set.of(
                "java.net.Socket", "java.net.http.HttpClient", "java.net.HttpURLConnection", "java.net.URLConnection");

        assertThat(HOUSE.stream()
                        .filter(type -> !room(type).startsWith("engine.exchange"))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(it -> network.contains(it.getTargetClass().getName()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        Pattern empty = Pattern.compile("(?i).*(util|helper|common|manager|impl)s?\\b.*");

        assertThat(HOUSE.stream().map(JavaClass::getName).map(name -> name.substring(ROOT.length())))
                .hasSizeGreaterThan(80)
                .noneMatch(name -> Stream.of(name.split("(?=\\p{Lu})|[.$]"))
                        .anyMatch(word -> empty.matcher(word).matches()));
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(HOUSE.stream().map(JavaClass::getPackage).distinct())
                .hasSizeGreaterThan(ORDER.size())
                .allMatch(room -> room.isAnnotatedWith(NullMarked.class));
    }

    private static Stream<Dependency> dependencies() {
        return HOUSE.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(it -> it.getTargetClass().getPackageName().startsWith(ROOT));
    }

    private static Set<String> usersOf(String library) {
        return HOUSE.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it -> it.getTargetClass().getPackageName().startsWith(library)))
                .map(HouseTest::room)
                .collect(Collectors.toSet());
    }

    private static List<String> accesses(Pattern forbidden, Predicate<String> rooms) {
        return HOUSE.stream()
                .filter(type -> rooms.test(room(type)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access ->
                        forbidden.matcher(access.getTarget().getFullName()).matches())
                .map(Object::toString)
                .toList();
    }

    /**
     * {@code engine.credential} for {@code dev.naysayer.engine.credential.condition.NoToken}: a sub-package belongs to it, where it is
     * no room of its own.
     */
    private static String room(JavaClass type) {
        String name = type.getPackageName().substring(ROOT.length());
        return ORDER.stream()
                .filter(room -> name.equals(room) || name.startsWith(room + "."))
                .max(Comparator.comparing(String::length))
                .orElse(name);
    }
}
