package dev.naysayer.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every link of a document to a file of this repository, or to a heading, leads there. */
class LinksTest {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*]\\(([^()\\s>]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.*)$");
    private static final Pattern PLACE = Pattern.compile("<a id=\"([^\"]+)\"");

    private final Map<Path, Set<String>> anchors = new HashMap<>();

    @Test
    void every_link_leads_somewhere() throws IOException {
        List<String> nowhere = new ArrayList<>();
        int followed = 0;
        for (Path page : Snippet.pages()) {
            // The text of a link may be code, and what is code is no link.
            String text = FENCED.matcher(Files.readString(page)).replaceAll("");
            Matcher link = LINK.matcher(CODE.matcher(text).replaceAll("code"));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*")) {
                    followed++;
                    if (!leads(page, link.group(1))) {
                        nowhere.add(page + ": " + link.group(1));
                    }
                }
            }
        }

        assertThat(nowhere).isEmpty();
        assertThat(followed).isGreaterThan(300);
    }

    private boolean leads(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return parts.length == 1
                || !file.toString().endsWith(".md")
                || anchors(file).contains(parts[1]);
    }

    private Set<String> anchors(Path file) throws IOException {
        if (!anchors.containsKey(file)) {
            anchors.put(file, headings(Files.readString(file)));
        }
        return anchors.getOrDefault(file, Set.of());
    }

    /** As GitHub makes them of headings. */
    private static Set<String> headings(String page) {
        Set<String> names = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        String text = FENCED.matcher(page).replaceAll("");
        HEADING.matcher(text).results().forEach(it -> {
            String name = it.group(1)
                    .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .strip()
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int before = seen.merge(name, 1, Integer::sum) - 1;
            names.add(before == 0 ? name : name + "-" + before);
        });
        PLACE.matcher(text).results().forEach(it -> names.add(it.group(1)));
        return names;
    }
}
