package dev.naysayer.dsl.read;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.source.Fields;
import dev.naysayer.dsl.source.Interpolation;
import dev.naysayer.dsl.source.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code hosts} and {@code allow-plain-http}. */
final class DestinationsParser {

    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+]";

    private final Problems problems;
    private final Interpolation interpolation;

    DestinationsParser(Problems problems, Interpolation interpolation) {
        this.problems = problems;
        this.interpolation = interpolation;
    }

    Destinations parse(@Nullable Node hosts, @Nullable Node plainHttp) {
        return new Destinations(hosts(hosts), reason(plainHttp));
    }

    private List<String> hosts(@Nullable Node node) {
        return Fields.oneOrMore(node, "'hosts'", problems).stream()
                .map(this::host)
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private String host(ScalarNode node) {
        String host = interpolation.resolve(node);
        if (host == null) {
            return "";
        }
        if (!host.matches(HOST)) {
            problems.at(
                    node,
                    "a host is a name, without scheme, port and path, and without '*'",
                    "write login.example: each host by its whole name");
            return "";
        }
        return host;
    }

    /** A reason and not a choice: whoever reads the suite has to learn why credentials travel in clear. */
    private @Nullable String reason(@Nullable Node node) {
        ScalarNode why = Fields.words(node, "'allow-plain-http'", problems);
        if (why != null && why.getValue().matches("(?i)true|false|yes|no|on|off")) {
            problems.at(
                    why,
                    "'allow-plain-http' gives no reason",
                    "say why credentials may travel in clear: 'allow-plain-http: a network of its own'");
            return null;
        }
        return why == null ? null : why.getValue();
    }
}
