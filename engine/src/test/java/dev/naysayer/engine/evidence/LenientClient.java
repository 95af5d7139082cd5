package dev.naysayer.engine.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.auth.AuthChallenge;
import org.apache.hc.client5.http.auth.ChallengeType;
import org.apache.hc.client5.http.impl.auth.AuthChallengeParser;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jspecify.annotations.Nullable;

/** What a client that many programs use makes of a field. */
enum LenientClient {
    /** Reads each line by itself, and leaves out a line that it cannot read. */
    HTTP_CLIENT("HttpClient") {
        @Override
        String read(String name, List<String> lines) {
            List<String> challenges = new ArrayList<>();
            for (String line : lines) {
                try {
                    AuthChallengeParser.INSTANCE
                            .parse(ChallengeType.TARGET, line, new ParserCursor(0, line.length()))
                            .forEach(challenge -> challenges.add(told(challenge)));
                } catch (ParseException unread) {
                    // The client logs it and goes on with the next line.
                }
            }
            return told(challenges);
        }
    },

    /** Reads each line by itself, and leaves out what follows on a line after a place that it cannot read. */
    OK_HTTP("OkHttp") {
        @Override
        String read(String name, List<String> lines) {
            Headers.Builder headers = new Headers.Builder();
            // As the client takes a line off the wire; its public methods refuse more than that.
            lines.forEach(line -> headers.addLenient$okhttp(name, line));
            Response response = new Response.Builder()
                    .request(new Request.Builder().url("http://localhost/").build())
                    .protocol(Protocol.HTTP_1_1)
                    .code(name.startsWith("Proxy") ? 407 : 401)
                    .message("")
                    .headers(headers.build())
                    .build();
            return told(response.challenges().stream()
                    .map(challenge -> told(
                            challenge.scheme(),
                            challenge.authParams().get(null),
                            challenge.authParams().entrySet().stream()
                                    .filter(param -> param.getKey() != null)
                                    .map(param -> told(param.getKey(), param.getValue()))
                                    .toList()))
                    .toList());
        }
    };

    private final String words;

    LenientClient(String words) {
        this.words = words;
    }

    /** The challenges that the client goes on with; names of parameters in small letters, as no client minds their case. */
    abstract String read(String name, List<String> lines);

    @Override
    public String toString() {
        return words;
    }

    /** What we read, in the same words, or {@code broken}. */
    static String readByUs(List<String> lines) {
        return ChallengeParser.parse(lines) instanceof ChallengeField.Parsed parsed
                ? told(parsed.challenges().stream()
                        .map(challenge -> told(
                                challenge.scheme(),
                                challenge.token68(),
                                challenge.params().stream()
                                        .map(param -> told(param.name(), param.value()))
                                        .toList()))
                        .toList())
                : "broken";
    }

    private static String told(AuthChallenge challenge) {
        return told(
                challenge.getSchemeName(),
                challenge.getValue(),
                Objects.requireNonNullElse(challenge.getParams(), List.<NameValuePair>of()).stream()
                        .map(param -> told(param.getName(), param.getValue()))
                        .toList());
    }

    private static String told(List<String> challenges) {
        return challenges.isEmpty() ? "nothing" : String.join(" | ", challenges);
    }

    private static String told(String scheme, @Nullable String token68, List<String> params) {
        String value = token68 == null ? "" : "(" + StatedField.shown(token68) + ") ";
        return (StatedField.shown(scheme) + " " + value + String.join(", ", params)).strip();
    }

    private static String told(String name, @Nullable String value) {
        String shown = StatedField.shown(name.toLowerCase(Locale.ROOT));
        return value == null ? shown : shown + " «" + StatedField.shown(value) + "»";
    }
}
