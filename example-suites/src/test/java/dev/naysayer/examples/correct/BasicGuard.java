package dev.naysayer.examples.correct;

import static dev.naysayer.examples.liberty.Liberty.HEAVY_CREDENTIALS_READ;
import static dev.naysayer.examples.liberty.Liberty.LATIN1_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.MISSING_PADDING_TAKEN;
import static dev.naysayer.examples.liberty.Liberty.NO_THROTTLE;
import static dev.naysayer.examples.liberty.Liberty.PASSWORD_CUT;
import static dev.naysayer.examples.liberty.Liberty.UNREADABLE_IS_BAD_REQUEST;
import static dev.naysayer.examples.liberty.Liberty.USERS_TOLD_APART;

import com.github.tomakehurst.wiremock.http.Request;
import dev.naysayer.examples.liberty.Liberty;
import dev.naysayer.examples.orders.AuthorizationField;
import dev.naysayer.examples.orders.OrdersServer;
import dev.naysayer.examples.orders.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Lets in who knows the password (RFC 7617). */
final class BasicGuard implements Guard {

    private static final Pattern TOKEN68 = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final int LONGEST = 8 * 1_024;
    private static final int HASHED_BYTES = 72;
    private static final int ATTEMPTS = 20;

    private final String user;
    private final String password;
    private final Set<Liberty> liberties;
    private final Refused refused;
    // A stranger's attempts must not lock out everybody else, so they are counted where they come from.
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    BasicGuard(String user, String password, Set<Liberty> liberties) {
        this.user = user;
        this.password = password;
        this.liberties = liberties;
        this.refused = new Refused(
                liberties.contains(LATIN1_TAKEN)
                        ? "Basic realm=\"stock\""
                        : "Basic realm=\"stock\", charset=\"UTF-8\"");
    }

    @Override
    public Optional<Refusal> refuse(Request request) {
        AuthorizationField field = AuthorizationField.of(request, liberties);
        if (field.repeated()) {
            return Optional.of(refused.repeated());
        }
        if (field.value().length() > LONGEST && !liberties.contains(HEAVY_CREDENTIALS_READ)) {
            return Optional.of(refused.tooLarge());
        }
        if (!field.scheme().equalsIgnoreCase("Basic")) {
            return Optional.of(refused.unauthorized());
        }
        return field.credential()
                .filter(TOKEN68.asMatchPredicate())
                .flatMap(this::decoded)
                .flatMap(this::text)
                .filter(pair -> pair.indexOf(':') >= 0 && pair.chars().noneMatch(Character::isISOControl))
                .map(pair -> compared(pair, request.getHeader(OrdersServer.REMOTE_PORT)))
                .orElseGet(() -> Optional.of(
                        liberties.contains(UNREADABLE_IS_BAD_REQUEST) && !isReadable(field)
                                ? refused.unreadable()
                                : refused.unauthorized()))
                .map(refusal -> refusal.freely(liberties));
    }

    /** Whether any decoder could tell what it stands for, be that as it may. */
    private static boolean isReadable(AuthorizationField field) {
        try {
            return field.credential()
                    .filter(text -> Base64.getDecoder().decode(text).length > 0)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public Refusal unreadable() {
        return refused.unreadable();
    }

    /** The bytes; one spelling of them only, unless who wrote it may have left its padding out. */
    private Optional<byte[]> decoded(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            String canonical = Base64.getEncoder().encodeToString(bytes);
            return canonical.equals(text)
                            || (liberties.contains(MISSING_PADDING_TAKEN)
                                    && canonical.replaceFirst("=+$", "").equals(text))
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return liberties.contains(LATIN1_TAKEN)
                    ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        }
    }

    private Optional<Refusal> compared(String pair, String port) {
        String sender = Objects.requireNonNullElse(port, "");
        int tried = failures.getOrDefault(sender, 0);
        if (tried >= ATTEMPTS && !liberties.contains(NO_THROTTLE)) {
            return Optional.of(refused.tooMany());
        }
        int colon = pair.indexOf(':');
        boolean known = pair.substring(0, colon).equals(user);
        // Compared also where the user is unknown: how long it takes tells nothing.
        boolean fits = MessageDigest.isEqual(hashed(pair.substring(colon + 1)), hashed(password));
        if (known && fits) {
            failures.remove(sender);
            return Optional.empty();
        }
        failures.put(sender, tried + 1);
        Refusal refusal = refused.unauthorized();
        return Optional.of(
                liberties.contains(USERS_TOLD_APART) && !known
                        ? refusal.withProblem(problem -> problem.put("detail", "There is no such user."))
                        : refusal);
    }

    private byte[] hashed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return liberties.contains(PASSWORD_CUT) ? Arrays.copyOf(bytes, HASHED_BYTES) : bytes;
    }
}
