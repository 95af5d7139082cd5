package dev.naysayer.examples.correct;

import static dev.naysayer.examples.liberty.Liberty.BLANKS_CUT_OFF;
import static dev.naysayer.examples.liberty.Liberty.FIRST_FIELD_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.LAST_FIELD_COUNTS;
import static dev.naysayer.examples.liberty.Liberty.OTHER_PLACES_TAKEN;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.liberty.Liberty;
import dev.naysayer.examples.orders.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lets in who has the key, in the one place where it belongs; a session's cookie is such a key. */
final class KeyGuard implements Guard {

    static final String HEADER = "X-API-Key";
    static final String QUERY = "api_key";
    static final String COOKIE = "session";

    /** Where a key can stand. */
    enum Place {
        HEADER("ApiKey realm=\"stock\"") {
            @Override
            List<String> keys(Request request) {
                return inHeader(request, KeyGuard.HEADER);
            }
        },
        QUERY("ApiKey realm=\"stock\"") {
            @Override
            List<String> keys(Request request) {
                QueryParameter parameter = request.queryParameter(KeyGuard.QUERY);
                return parameter.isPresent() ? parameter.values() : List.of();
            }
        },
        COOKIE("Session realm=\"stock\"") {
            @Override
            List<String> keys(Request request) {
                return cookies(request, KeyGuard.COOKIE);
            }
        };

        // No auth-scheme is registered for keys and sessions, and a 401 needs a challenge (RFC 9110 section 15.5.2).
        private final String challenge;

        Place(String challenge) {
            this.challenge = challenge;
        }

        abstract List<String> keys(Request request);
    }

    private final Place place;
    private final String key;
    private final Set<Liberty> liberties;
    private final Refused refused;

    KeyGuard(Place place, String key, Set<Liberty> liberties) {
        this.place = place;
        this.key = key;
        this.liberties = liberties;
        this.refused = new Refused(place.challenge);
    }

    @Override
    public Optional<Refusal> refuse(Request request) {
        List<String> keys = place.keys(request);
        boolean oneCounts = liberties.contains(FIRST_FIELD_COUNTS) || liberties.contains(LAST_FIELD_COUNTS);
        if (keys.size() > 1 && !oneCounts) {
            return Optional.of(refused.repeated());
        }
        boolean elsewhere = liberties.contains(OTHER_PLACES_TAKEN) && inOtherPlaces(request);
        return (!keys.isEmpty() && isGood(counting(keys))) || elsewhere
                ? Optional.empty()
                : Optional.of(refused.unauthorized().freely(liberties));
    }

    @Override
    public Refusal unreadable() {
        return refused.unreadable();
    }

    private String counting(List<String> keys) {
        return keys.get(liberties.contains(LAST_FIELD_COUNTS) ? keys.size() - 1 : 0);
    }

    private boolean isGood(String presented) {
        return (liberties.contains(BLANKS_CUT_OFF) ? presented.strip() : presented).equals(key);
    }

    private boolean inOtherPlaces(Request request) {
        return Stream.of(
                        Place.HEADER.keys(request),
                        Place.QUERY.keys(request),
                        cookies(request, QUERY),
                        inHeader(request, "Authorization").stream()
                                .map(value -> value.replaceFirst("^Bearer ", ""))
                                .toList())
                .flatMap(List::stream)
                .anyMatch(this::isGood);
    }

    private static List<String> inHeader(Request request, String name) {
        HttpHeader header = request.header(name);
        return header.isPresent() ? header.values() : List.of();
    }

    private static List<String> cookies(Request request, String name) {
        return inHeader(request, "Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .toList();
    }
}
