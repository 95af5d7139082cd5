package dev.naysayer.dsl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operation is to OAuth clients, since each kind has requests and answers that a standard of its own knows. */
public enum OperationKind {
    /** What a credential opens: every operation of which the suite says nothing else. */
    RESOURCE(null),
    /** Gives tokens (RFC 6749 section 3.2). */
    TOKEN_ENDPOINT("grant_type=client_credentials"),
    /** Says what a token is worth (RFC 7662 section 2). */
    INTROSPECTION_ENDPOINT("token=naysayer-made-up"),
    /** Takes tokens back (RFC 7009 section 2). */
    REVOCATION_ENDPOINT("token=naysayer-made-up");

    private final @Nullable String form;

    OperationKind(@Nullable String form) {
        this.form = form;
    }

    /** As a suite writes it, {@code token-endpoint}. */
    public String yaml() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The same for readers, {@code token endpoint}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether it belongs to an authorization server, and takes a form from a client. */
    public boolean isEndpoint() {
        return form != null;
    }

    /** The body where a suite says none: it changes nothing, and gets through; null where there is no such body. */
    public @Nullable RequestBody body() {
        return form == null ? null : RequestBody.form(form);
    }

    /** The kind that a suite names so; what is {@link #RESOURCE} has no name there. */
    public static Optional<OperationKind> named(String yaml) {
        return Arrays.stream(values())
                .filter(OperationKind::isEndpoint)
                .filter(kind -> kind.yaml().equals(yaml))
                .findFirst();
    }

    /** All names that a suite may use. */
    public static List<String> names() {
        return Arrays.stream(values())
                .filter(OperationKind::isEndpoint)
                .map(OperationKind::yaml)
                .toList();
    }
}
