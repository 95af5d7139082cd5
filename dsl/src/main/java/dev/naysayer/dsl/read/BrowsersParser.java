package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Browsers;
import dev.naysayer.dsl.HttpToken;
import dev.naysayer.dsl.format.Format;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code browsers:} one origin, a list of them, or a mapping that says more of the pages. */
public final class BrowsersParser {

    /** The credentials modes of Fetch; pages that say nothing have the second. */
    public static final List<String> MODES = List.of(Browsers.INCLUDE, "same-origin", "omit");

    /** Each of them is asked for at each operation. */
    public static final int MOST = 5;

    /** As browsers write it: in lower case, without a path. */
    private static final Pattern ORIGIN = Pattern.compile(
            "[a-z][a-z0-9+.-]*+://([a-z0-9_]([a-z0-9_-]*+\\.?+)++|[a-z0-9_]|\\[[0-9a-f:.]++])(:[1-9][0-9]{0,4}+)?+");

    private static final Pattern DEFAULT_PORT = Pattern.compile("http:.*:80|https:.*:443");

    private final Problems problems;
    private final Interpolation interpolation;

    BrowsersParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    /** Null where no pages are named. */
    @Nullable
    Browsers parse(@Nullable Node node) {
        if (!(node instanceof MappingNode)) {
            List<String> origins = origins(node);
            return origins.isEmpty() ? null : new Browsers(origins, null, List.of(), List.of());
        }
        Fields fields = Fields.of(node, Format.BROWSERS, problems);
        List<String> origins = origins(fields.require("origin"));
        String mode = mode(fields.get("credentials"));
        List<String> headers = names(fields.get("headers"), "headers")
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        List<String> expose = names(fields.get("expose"), "expose").toList();
        return origins.isEmpty() ? null : new Browsers(origins, mode, headers, expose);
    }

    private List<String> origins(@Nullable Node node) {
        List<ScalarNode> written = Fields.oneOrMore(node, "'origin'", problems);
        if (written.size() > MOST) {
            problems.at(
                    written.get(MOST),
                    "there are more than %d origins, and each is asked for at every operation".formatted(MOST),
                    "name those that differ for the API: one of each kind");
        }
        return written.stream()
                .map(this::origin)
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList();
    }

    private @Nullable String origin(ScalarNode node) {
        String origin = interpolation.resolve(node);
        if (origin == null) {
            return null;
        }
        if (origin.equals("null")) {
            problems.at(
                    node,
                    "'null' is what browsers send for any page whose origin they do not tell",
                    "serve the pages from an origin of their own, and name that: https://app.example");
            return null;
        }
        if (!ORIGIN.matcher(origin).matches()) {
            problems.at(
                    node,
                    "this is no origin as a browser sends it",
                    "write scheme, host and perhaps port of the pages, in lower case and without a path: https://app.example");
            return null;
        }
        if (DEFAULT_PORT.matcher(origin).matches()) {
            problems.at(node, "a browser leaves out the port that its scheme has anyway", "leave it out here, too");
            return null;
        }
        return origin;
    }

    private @Nullable String mode(@Nullable Node node) {
        ScalarNode mode = Fields.scalar(node, "'credentials'", problems);
        if (mode != null && !MODES.contains(mode.getValue())) {
            problems.unknown(mode, "credentials mode", mode.getValue(), MODES);
        }
        return mode == null ? null : mode.getValue();
    }

    private Stream<String> names(@Nullable Node node, String key) {
        return Fields.oneOrMore(node, "'%s'".formatted(key), problems).stream()
                .filter(name -> {
                    if (!HttpToken.is(name.getValue())) {
                        problems.at(
                                name,
                                "'%s' is no header's name".formatted(name.getValue()),
                                "write letters, digits and '-': X-Request-ID");
                    }
                    return HttpToken.is(name.getValue());
                })
                .map(ScalarNode::getValue);
    }
}
