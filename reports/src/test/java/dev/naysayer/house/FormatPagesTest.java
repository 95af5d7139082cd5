package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.format.Form;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.format.Key;
import dev.naysayer.engine.credential.AuthScheme;
import dev.naysayer.engine.credential.TokenSource;
import dev.naysayer.engine.credential.scheme.AuthSchemes;
import dev.naysayer.engine.credential.source.TokenSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the suite format are those of the code. */
class FormatPagesTest {

    private static final Path DOCS = Path.of("../docs");

    private static final Pattern TABLE = Pattern.compile("(?s)<!-- keys of ([^\n]+) -->\n.*?<!-- until here -->");

    private static final Map<String, Form> FORMS = Stream.of(
                    Format.FORMS.stream(),
                    AuthSchemes.ALL.stream().map(AuthScheme::form),
                    TokenSources.ALL.stream().map(TokenSource::form))
            .flatMap(forms -> forms)
            .filter(form -> !form.keys().isEmpty())
            .collect(Collectors.toMap(Form::name, Function.identity(), (of, shared) -> shared));

    @ParameterizedTest
    @ValueSource(strings = {"suite.md", "openapi.md", "schemes.md", "sources.md", "waivers.md", "browsers.md"})
    void the_tables_of_a_page_are_those_of_the_code(String name) throws IOException {
        Path page = DOCS.resolve(name);
        String text = TABLE.matcher(Files.readString(page)).replaceAll(table -> Matcher.quoteReplacement(table(table)));
        if (Boolean.getBoolean("tests.write-pages")) {
            Files.writeString(page, text);
        }

        assertThat(page)
                .as("-Dtests.write-pages=true writes its tables anew; read what changes")
                .hasContent(text);
    }

    @Test
    void each_mapping_with_keys_has_its_table_once() throws IOException {
        Set<String> told = new HashSet<>();
        try (Stream<Path> pages = Files.list(DOCS)) {
            for (Path page : pages.filter(it -> it.toString().endsWith(".md")).toList()) {
                TABLE.matcher(Files.readString(page))
                        .results()
                        .forEach(table -> assertThat(told.add(table.group(1)))
                                .as(table.group(1))
                                .isTrue());
            }
        }

        assertThat(told).isEqualTo(FORMS.keySet());
    }

    private static String table(MatchResult table) {
        String name = table.group(1);
        List<Key> keys = Objects.requireNonNull(FORMS.get(name), name).keys();
        return "<!-- keys of %s -->\n\n| key | type | where it is left out | example |\n|---|---|---|---|\n%s\n<!-- until here -->"
                .formatted(name, keys.stream().map(FormatPagesTest::row).collect(Collectors.joining()));
    }

    private static String row(Key key) {
        return "| `%s` | %s |%s|%s|\n"
                .formatted(
                        key.name(),
                        key.words(),
                        cell(key.missing() == null ? key.byDefault() : "a problem"),
                        cell(key.example().isEmpty() ? "" : "`" + key.example() + "`"));
    }

    private static String cell(String text) {
        return text.isEmpty() ? " " : " " + text + " ";
    }
}
