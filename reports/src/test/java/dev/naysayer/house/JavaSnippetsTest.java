package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All Java that the documents show is compiled, a page at a time: what stands further down may use what stands above. */
class JavaSnippetsTest {

    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public |final )*(?:class|record) (\\w+)");

    /** By page and heading: what needs libraries that are not here, and is held against a project outside by {@link DocumentsTest}. */
    private static final Set<String> OUTSIDE = Set.of(
            "docs/spring.md, Three things to add",
            "docs/spring.md, What Spring does with the class",
            "docs/spring.md, When it does not work",
            "docs/targets.md, In a container",
            "docs/targets.md, On Micronaut");

    /** What a reader's IDE adds, where a page shows only what matters. */
    private static final String IMPORTS = """
            import static org.assertj.core.api.Assertions.assertThat;

            import dev.naysayer.engine.assertion.RuleSet;
            import dev.naysayer.engine.junit.AuthContract;
            import dev.naysayer.engine.run.ContractTarget;
            import java.net.http.HttpResponse;
            import java.net.http.HttpResponse.BodyHandler;
            import java.net.http.HttpResponse.BodyHandlers;
            import java.util.Set;
            import org.junit.jupiter.api.Test;
            import org.junit.platform.suite.api.IncludeEngines;
            import org.junit.platform.suite.api.SelectFile;
            import org.junit.platform.suite.api.Suite;
            """;

    @TempDir
    private Path compiled;

    static List<String> pages() {
        return snippets().map(Snippet::page).distinct().toList();
    }

    private static Stream<Snippet> snippets() {
        return Snippet.all("java").stream().filter(it -> !OUTSIDE.contains(it.page() + ", " + it.heading()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_page_shows_compiles(String page) {
        List<Snippet> shown = snippets().filter(it -> it.page().equals(page)).toList();
        List<Source> sources = new ArrayList<>();
        for (Snippet snippet : shown) {
            sources.add(source(snippet));
        }
        StringWriter said = new StringWriter();

        Boolean compiles = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-d",
                                compiled.toString(),
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                        null,
                        sources)
                .call();

        assertThat(compiles).as(said.toString()).isTrue();
    }

    /** Of a part the whole that its page tells of: members of a target, or of a test with a client of its own. */
    private static Source source(Snippet snippet) {
        String text = snippet.text();
        if (text.startsWith("package ")
                || (text.startsWith("import ") && TYPE.matcher(text).find())) {
            return new Source(name(snippet), text);
        }
        Matcher imports = Pattern.compile("(?s)^((?:import [^\n]*\n)*)(.*)$").matcher(text);
        assertThat(imports.matches()).isTrue();
        String body = imports.group(2);
        String name = "Shown" + snippet.line();
        String type = TYPE.matcher(body).find()
                ? body
                : body.contains("@Test")
                        ? "abstract class %s { String token; abstract <T> HttpResponse<T> orders(String token, BodyHandler<T> as);\n%s}\n"
                                .formatted(name, body)
                        : "abstract class %s implements ContractTarget {\n%s}\n".formatted(name, body);
        return new Source(
                TYPE.matcher(body).find() ? name(snippet) : name,
                "package com.example.orders;\n" + IMPORTS + imports.group(1) + type);
    }

    private static String name(Snippet snippet) {
        Matcher type = TYPE.matcher(snippet.text());
        assertThat(type.find()).as("what type is in " + snippet).isTrue();
        return type.group(1);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
