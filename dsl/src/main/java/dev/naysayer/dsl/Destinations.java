package dev.naysayer.dsl;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where credentials may go.
 *
 * @param hosts which hosts, in lower case; this machine needs no name
 * @param plainHttp why credentials may travel without TLS to another machine, or null where they may not
 */
public record Destinations(List<String> hosts, @Nullable String plainHttp) {

    /** A suite that says nothing of it. */
    public static final Destinations UNDECLARED = new Destinations(List.of(), null);

    public Destinations {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** These hosts, too; null stands for none. */
    public Destinations and(Stream<@Nullable URI> named) {
        Stream<String> more =
                named.flatMap(Stream::ofNullable).map(URI::getHost).flatMap(Stream::ofNullable);
        return new Destinations(Stream.concat(hosts.stream(), more).distinct().toList(), plainHttp);
    }

    /** Whether somebody named this host. */
    public boolean include(String host) {
        return isThisMachine(host) || hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether what is sent to this URL may be read on the way, and nobody said why it may. */
    public boolean forbidClearText(URI url) {
        return plainHttp == null && "http".equalsIgnoreCase(url.getScheme()) && !isThisMachine(url.getHost());
    }

    /**
     * Whether a host is the one that we run on: {@code localhost} (RFC 6761 section 6.3) or an address of the loopback. No name is
     * looked up, since that would tell somebody of it.
     */
    public static boolean isThisMachine(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        boolean literal = name.matches("\\[[0-9a-f:.%]+]|\\d{1,3}(\\.\\d{1,3}){3}");
        try {
            return literal && InetAddress.getByName(name).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
