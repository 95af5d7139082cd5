package dev.naysayer.examples.flaws;

import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.orders.Deviation;
import dev.naysayer.examples.orders.Ground;
import dev.naysayer.examples.orders.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways for an API to misjudge a request, and what it sees of the credential then. */
final class Misjudging {

    private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([^\"]*)\"");

    private Misjudging() {}

    static Deviation overlooking(Ground overlooked) {
        return new Deviation() {
            @Override
            public boolean overlooks(Ground ground) {
                return ground == overlooked;
            }
        };
    }

    static Deviation lettingIn(Predicate<Request> good) {
        return new Deviation() {
            @Override
            public Optional<Ground> judge(Request request, Set<Ground> grounds) {
                return good.test(request) ? Optional.empty() : Deviation.super.judge(request, grounds);
            }
        };
    }

    static Deviation refusing(Ground ground, Predicate<Request> bad) {
        return new Deviation() {
            @Override
            public Optional<Ground> judge(Request request, Set<Ground> grounds) {
                return bad.test(request) ? Optional.of(ground) : Deviation.super.judge(request, grounds);
            }
        };
    }

    static Deviation mistaking(Ground right, Ground wrong) {
        return new Deviation() {
            @Override
            public Optional<Ground> judge(Request request, Set<Ground> grounds) {
                return Deviation.super.judge(request, grounds).map(ground -> ground == right ? wrong : ground);
            }
        };
    }

    static Deviation spoiling(UnaryOperator<Refusal> change) {
        return new Deviation() {
            @Override
            public Refusal spoil(Refusal correct) {
                return change.apply(correct);
            }
        };
    }

    static Refusal repeatKeyId(Refusal refusal) {
        Matcher keyId = KEY_ID.matcher(segment(refusal.presented(), 0));
        return keyId.find() ? refusal.withHeader("X-Unknown-Key", keyId.group(1)) : refusal;
    }

    static Deviation crashingOn(Ground ground) {
        return new Deviation() {
            @Override
            public Refusal spoil(Refusal correct) {
                return correct.ground() == ground ? Spoiling.crash(correct) : correct;
            }
        };
    }

    /** The value of {@code Authorization}, empty without one. */
    static String value(Request request) {
        return Objects.requireNonNullElse(request.getHeader("Authorization"), "");
    }

    /** The JOSE header of the token, empty where there is none that could be decoded. */
    static String tokenHeader(Request request) {
        return segment(value(request), 0);
    }

    /** The claims of the token, empty where there are none that could be decoded. */
    static String tokenPayload(Request request) {
        return segment(value(request), 1);
    }

    private static String segment(String authorization, int index) {
        String[] segments = authorization.replaceFirst("^Bearer +", "").split("\\.", -1);
        try {
            return index < segments.length
                    ? new String(Base64.getUrlDecoder().decode(segments[index]), StandardCharsets.UTF_8)
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
