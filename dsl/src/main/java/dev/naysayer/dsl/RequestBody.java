package dev.naysayer.dsl;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an operation's requests.
 *
 * @param mediaType as the suite says it, with its parameters; null where it says none, and the body is JSON
 * @param text as it is sent, in UTF-8
 * @param bytes whether the text stands for a file's bytes, each of its characters for one
 * @param secrets what references in the text lead to, before they were written as JSON or as a form
 */
public record RequestBody(@Nullable String mediaType, Template text, boolean bytes, List<Secret> secrets) {

    /** The media type of a body of which the suite says none. */
    public static final String JSON = "application/json";

    /** The media type of a form (RFC 6749 appendix B). */
    public static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern JSON_TYPE = Pattern.compile("(?i)(application|text)/json|[^/]+/[^/]+\\+json");

    public RequestBody {
        secrets = List.copyOf(secrets);
    }

    /** Text of a media type; what one reference leads to as a whole is no word that could be looked for in answers. */
    public static RequestBody of(@Nullable String mediaType, Template text) {
        return new RequestBody(mediaType, text, false, text.pieces().size() == 1 ? List.of() : text.secrets());
    }

    /** JSON, of the media type that it has of itself. */
    public static RequestBody json(String text) {
        return of(null, Template.of(text));
    }

    /** A form that is written as it is sent. */
    public static RequestBody form(String text) {
        return of(FORM, Template.of(text));
    }

    /**
     * The same with what its references lead to now, where that is asked for each time: in forms alone.
     *
     * @throws Template.NotGiven if one of them leads to nothing
     */
    public RequestBody renewed() throws Template.NotGiven {
        Template now = text.renewed();
        List<Secret> written = now.secrets().stream()
                .map(secret -> new Secret(decoded(secret.reveal())))
                .toList();
        return new RequestBody(mediaType, now, bytes, written);
    }

    /** What stands in a form; as it stands there, where it is written in another way. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Whether it is JSON, of whatever kind (RFC 6839 section 3.1). */
    public boolean isJson() {
        return isJson(mediaType);
    }

    public static boolean isJson(@Nullable String mediaType) {
        return mediaType == null
                || JSON_TYPE.matcher(withoutParameters(mediaType)).matches();
    }

    public static boolean isForm(@Nullable String mediaType) {
        return mediaType != null && withoutParameters(mediaType).equals(FORM);
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
