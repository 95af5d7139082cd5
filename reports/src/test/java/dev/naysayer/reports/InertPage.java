package dev.naysayer.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A page that runs nothing, fetches nothing, and is there whole without script, under the strictest policy that allows styles. */
public final class InertPage {

    /** What an answer may hold to get out of its place. */
    public static final String HOSTILE =
            "</pre></code></title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'`|@me\u0000\u001b[31m"
                    + " \u202E ]]> ::error:: javascript:alert(1)";

    private InertPage() {}

    /** The page, if it is one. */
    public static Document of(String html) {
        assertThat(html).doesNotContain("<script", "<img", "\u0000", "\u001b", "\u202E");
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = parser.parseInput(html, "");
        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("script, link, iframe, object, embed, img, form, base, video, use, foreignObject"))
                .isEmpty();
        assertThat(page.select("[style], [src], [srcset], [onload], [onclick]")).isEmpty();
        List<String> ids = page.select("[id]").stream().map(Element::id).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.select("[href]").stream().map(it -> it.attr("href")))
                .allMatch(it -> it.startsWith("#") && ids.contains(it.substring(1)));
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + hash(page.select("style").first().data()) + "';");
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".scroll"))
                .allMatch(it -> it.hasAttr("tabindex") && !it.attr("aria-label").isBlank());
        assertThat(page.select("svg"))
                .allMatch(it ->
                        it.attr("role").equals("img") && !it.attr("aria-label").isBlank());
        return page;
    }

    private static String hash(String css) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
