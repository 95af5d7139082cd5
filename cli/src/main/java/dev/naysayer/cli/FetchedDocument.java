package dev.naysayer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A document from the web, once, where its user names an address: a suite names the file that it was saved as.
 *
 * <p>It is no request of a test, and has nothing of theirs: no credential, no setting of a run, no redaction. So the JDK's client is enough.
 */
final class FetchedDocument {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ALL = Duration.ofSeconds(30);

    private final String from;
    private final String file;
    private final byte[] content;

    private FetchedDocument(String from, String file, byte[] content) {
        this.from = from;
        this.file = file;
        this.content = content;
    }

    /** The address as it may be shown, without what may be secret. */
    String from() {
        return from;
    }

    /** Saves it under its own name. */
    Path save(Path folder) throws IOException {
        return Files.write(folder.resolve(file), content);
    }

    /** Whether somebody means an address and no file. */
    static boolean isAddress(String argument) {
        return argument.toLowerCase(Locale.ROOT).matches("https?://.*");
    }

    /**
     * Fetches it.
     *
     * @param limit how many bytes it may have
     * @throws Unusable where it cannot be had
     */
    static FetchedDocument of(String address, long limit) {
        return of(address, limit, ALL);
    }

    static FetchedDocument of(String address, long limit, Duration within) {
        URI uri = uri(address);
        String shown = "%s://%s%s"
                .formatted(uri.getScheme(), uri.getRawAuthority(), Objects.requireNonNullElse(uri.getRawPath(), ""));
        byte[] content = content(uri, shown, limit, within);
        return new FetchedDocument(shown, file(uri, content), content);
    }

    private static URI uri(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw new Unusable("this is no address: write it as in https://orders.example/openapi.yaml");
        }
        if (uri.getHost() == null) {
            throw new Unusable("the address names no host: write it as in https://orders.example/openapi.yaml");
        }
        if (uri.getRawUserInfo() != null) {
            throw new Unusable(
                    "the address has a user name or password, which nobody should see: save the document yourself, and name the file");
        }
        return uri;
    }

    private static byte[] content(URI uri, String shown, long limit, Duration within) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING.compareTo(within) < 0 ? CONNECTING : within)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(within)
                .header("Accept", "application/yaml, application/json, */*;q=0.5")
                .build();
        AtomicReference<InputStream> open = new AtomicReference<>();
        CompletableFuture<byte[]> got = client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(answer -> body(answer, shown, limit, open));
        try {
            return got.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw late(shown, within);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unusable told) {
                throw told;
            }
            // The client has the same bound, for connection and head.
            if (e.getCause() instanceof HttpTimeoutException) {
                throw late(shown, within);
            }
            throw without(shown, "cannot be fetched (%s)".formatted(reason(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw without(shown, "was not waited for");
        } finally {
            got.cancel(true);
            close(open.get());
        }
    }

    private static Unusable late(String shown, Duration within) {
        return without(shown, "did not come within %d s".formatted(within.toSeconds()));
    }

    private static String reason(ExecutionException e) {
        return Objects.requireNonNullElse(e.getCause(), e).getClass().getSimpleName();
    }

    private static byte[] body(
            HttpResponse<InputStream> answer, String shown, long limit, AtomicReference<InputStream> open) {
        open.set(answer.body());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw without(shown, "was answered with %d".formatted(answer.statusCode()));
            }
            byte[] content = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
            if (content.length > limit) {
                throw without(shown, "is larger than a file may be, which naysayer.max-file-size says");
            }
            return content;
        } catch (IOException e) {
            throw without(shown, "broke off");
        }
    }

    private static Unusable without(String shown, String what) {
        return new Unusable(
                "%s %s: nothing is written; save it yourself, with what it takes to get it, and name the file: naysayer init openapi.yaml"
                        .formatted(shown, what));
    }

    private static void close(@Nullable InputStream open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // Nobody waits for it any more.
        }
    }

    /** As the address ends, where that is a name for such a file. */
    private static String file(URI uri, byte[] content) {
        String path = Objects.requireNonNullElse(uri.getPath(), "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}\\.(?i:json|ya?ml)")) {
            return last;
        }
        int first = 0;
        while (first < content.length && content[first] <= ' ' && content[first] >= 0) {
            first++;
        }
        return first < content.length && content[first] == '{' ? "openapi.json" : "openapi.yaml";
    }
}
