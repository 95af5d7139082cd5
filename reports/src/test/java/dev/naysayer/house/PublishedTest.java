package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What Maven Central and users want of a release is there before there is one. */
class PublishedTest {

    private static final Path REPOSITORY = Path.of("..");
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private static final Pattern RELEASED = Pattern.compile("(?m)^## \\[(\\d+\\.\\d+\\.\\d+)]");

    private static final Document PARENT = pom("pom.xml");
    private static final Document BOM = pom("bom/pom.xml");

    /** Without these Maven Central refuses a release. The modules have them from their parent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void both_poms_without_a_parent_say_whose_they_are(String path) {
        assertThat(text(PARENT, "/project/" + path)).isNotEmpty();
        assertThat(text(BOM, "/project/" + path)).isNotEmpty();
        if (!path.equals("name") && !path.equals("description")) {
            assertThat(text(BOM, "/project/" + path)).isEqualTo(text(PARENT, "/project/" + path));
        }
    }

    @Test
    void each_module_has_a_name_and_a_description_and_all_else_from_its_parent() {
        assertThat(published()).hasSizeGreaterThan(3).allSatisfy(module -> {
            Document pom = pom(module + "/pom.xml");
            assertThat(text(pom, "/project/parent/artifactId")).isEqualTo("naysayer");
            assertThat(text(pom, "/project/name")).isNotEmpty();
            assertThat(text(pom, "/project/description")).isNotEmpty();
            assertThat(all(pom, "/project/url | /project/licenses | /project/scm"))
                    .isEmpty();
        });
    }

    @Test
    void the_bom_has_each_published_module_and_nothing_else() {
        assertThat(all(BOM, "//dependencyManagement//groupId")).containsOnly("dev.naysayer");
        assertThat(all(BOM, "//dependencyManagement//version")).containsOnly("${project.version}");
        assertThat(all(BOM, "//dependencyManagement//artifactId"))
                .containsExactlyInAnyOrderElementsOf(
                        published().stream().map("naysayer-%s"::formatted).toList());
    }

    /** It has no parent, so it says some things a second time. */
    @Test
    void the_bom_is_of_the_same_release_as_all_others() {
        assertThat(text(BOM, "/project/version")).isEqualTo(text(PARENT, "/project/version"));
        assertThat(text(BOM, "//project.build.outputTimestamp"))
                .isEqualTo(text(PARENT, "//project.build.outputTimestamp"))
                .isNotEmpty();
        assertThat(plugins(PARENT)).containsAllEntriesOf(plugins(BOM));
    }

    @Test
    void nothing_is_signed_unless_somebody_asks_for_it() {
        assertThat(List.of(PARENT, BOM)).allSatisfy(pom -> {
            assertThat(all(pom, "//plugin[artifactId='maven-gpg-plugin'][executions]/ancestor::profile/id"))
                    .containsExactly("sign");
            assertThat(all(pom, "//profile[id='sign']/activation")).isEmpty();
            assertThat(all(pom, "/project/build/plugins/plugin[artifactId='maven-gpg-plugin']"))
                    .isEmpty();
        });
    }

    @Test
    void the_public_api_is_compared_with_the_last_release_as_soon_as_there_is_one() throws IOException {
        String own = text(PARENT, "/project/version");
        Optional<String> last = RELEASED.matcher(read("CHANGELOG.md"))
                .results()
                .map(release -> release.group(1))
                .filter(release -> !release.equals(own))
                .findFirst();

        assertThat(text(PARENT, "/project/properties/api.baseline"))
                .as("the newest release in CHANGELOG.md, but for the one that is being made")
                .isEqualTo(last.orElse("none"));
        assertThat(text(PARENT, "/project/properties/japicmp.skip"))
                .as("whether there is nothing to compare with")
                .isEqualTo(String.valueOf(last.isEmpty()));
    }

    @Test
    void the_public_api_is_that_of_the_page() throws IOException {
        List<String> compared = all(PARENT, "//plugin[artifactId='japicmp-maven-plugin']//include");

        assertThat(compared)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Class.forName(type)).isPublic());
        assertThat(Pattern.compile("`(dev\\.naysayer\\.[\\w.]+)`")
                        .matcher(read("docs/versioning.md"))
                        .results()
                        .map((MatchResult it) -> it.group(1)))
                .containsExactlyInAnyOrderElementsOf(compared);
    }

    private static List<String> published() {
        List<String> modules = new ArrayList<>(all(PARENT, "/project/modules/module"));
        assertThat(modules).contains("bom", "example-suites");
        modules.removeAll(List.of("bom", "example-suites"));
        return modules;
    }

    private static Map<String, String> plugins(Document pom) {
        List<String> names = all(pom, "/project/build//plugin[version]/artifactId");
        Map<String, String> versions = new TreeMap<>();
        names.forEach(name ->
                versions.put(name, text(pom, "/project/build//plugin[artifactId='%s']/version".formatted(name))));
        assertThat(versions).isNotEmpty();
        return versions;
    }

    private static Document pom(String path) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(REPOSITORY.resolve(path).toFile());
        } catch (Exception unreadable) {
            throw new IllegalStateException(path + " cannot be read", unreadable);
        }
    }

    private static String read(String path) throws IOException {
        return Files.readString(REPOSITORY.resolve(path));
    }

    private static String text(Document pom, String path) {
        List<String> found = all(pom, path);
        return found.isEmpty() ? "" : found.get(0);
    }

    private static List<String> all(Document pom, String path) {
        try {
            NodeList nodes = (NodeList) XPATH.evaluate(path, pom, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int at = 0; at < nodes.getLength(); at++) {
                texts.add(nodes.item(at).getTextContent().strip());
            }
            return texts;
        } catch (XPathExpressionException ours) {
            throw new IllegalArgumentException(path, ours);
        }
    }
}
