package dev.naysayer.examples.orders;

import static dev.naysayer.examples.liberty.Liberty.COMMA_ENDS_CREDENTIAL;
import static dev.naysayer.examples.liberty.Liberty.FIRST_FIELD_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.LAST_FIELD_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.QUOTES_TAKEN_OFF;
import static dev.naysayer.examples.liberty.Liberty.TAB_PARTS_SCHEME;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.liberty.Liberty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request says in {@code Authorization}.
 *
 * @param lines the values of its lines, as they came
 * @param liberties how freely it is read
 */
public record AuthorizationField(List<String> lines, Set<Liberty> liberties) {

    // RFC 9110 section 11.4; the scheme is a token of section 5.6.2.
    private static final Pattern CREDENTIALS = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]*)(.*)", Pattern.DOTALL);
    private static final Pattern BLANKS = Pattern.compile(" +(\\S.*)", Pattern.DOTALL);
    private static final Pattern BLANKS_OR_TABS = Pattern.compile("[ \t]+(\\S.*)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("(?:token=)?\"([^\"]*)\"");
    private static final Pattern SURROUNDING_BLANKS = Pattern.compile("^[ \t]+|[ \t]+$");

    /** Reads the lines of a request. */
    public static AuthorizationField of(Request request, Set<Liberty> liberties) {
        HttpHeader header = request.header("Authorization");
        return new AuthorizationField(header.isPresent() ? header.values() : List.of(), liberties);
    }

    /** Whether it stands more than once, and it is not said which one counts. */
    public boolean repeated() {
        return lines.size() > 1 && !liberties.contains(FIRST_FIELD_COUNTS) && !liberties.contains(LAST_FIELD_COUNTS);
    }

    /** The value that counts, without blanks around it; empty where there is none. */
    public String value() {
        if (lines.isEmpty()) {
            return "";
        }
        String line = lines.get(liberties.contains(LAST_FIELD_COUNTS) ? lines.size() - 1 : 0);
        String one = liberties.contains(COMMA_ENDS_CREDENTIAL) ? line.replaceFirst(",.*", "") : line;
        return SURROUNDING_BLANKS.matcher(one).replaceAll("");
    }

    /** The auth-scheme, in whatever letters; empty where there is none. */
    public String scheme() {
        Matcher credentials = CREDENTIALS.matcher(value());
        return credentials.matches() ? credentials.group(1) : "";
    }

    /** What stands behind the auth-scheme, parted from it as it has to be. */
    public Optional<String> credential() {
        Pattern separator = liberties.contains(TAB_PARTS_SCHEME) ? BLANKS_OR_TABS : BLANKS;
        Matcher rest = separator.matcher(value().substring(scheme().length()));
        return rest.matches() ? Optional.of(bare(rest.group(1))) : Optional.empty();
    }

    private String bare(String credential) {
        Matcher quoted = QUOTED.matcher(credential);
        return liberties.contains(QUOTES_TAKEN_OFF) && quoted.matches() ? quoted.group(1) : credential;
    }
}
