package dev.naysayer.engine.credential.source;

import dev.naysayer.dsl.NamedSettings;
import dev.naysayer.dsl.NamedSettings.Setting;
import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.SourceContext;
import dev.naysayer.engine.credential.UnusableSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what right a client asks for tokens (RFC 6749 section 1.3). */
interface GrantType {

    /** The client's own (RFC 6749 section 4.4). */
    GrantType CLIENT = new GrantType() {
        @Override
        public String name() {
            return "client_credentials";
        }

        @Override
        public Map<String, Secret> parameters() {
            return Map.of();
        }

        @Override
        public @Nullable String remedy() {
            return null;
        }
    };

    /** Its name in a request. */
    String name();

    /** What it says in a request beside its name. */
    Map<String, Secret> parameters();

    /** What to do where the server does not take it ({@code invalid_grant}); null where it has nothing that could be wrong. */
    @Nullable
    String remedy();

    /** Whether it may be good for one request only, so that requests go one by one. */
    default boolean isSpent() {
        return false;
    }

    /** Is told what the server gives to ask with the next time. */
    default void next(Secret refreshToken) {}

    /** As the suite declares it. */
    static GrantType of(NamedSettings declaration, SourceContext context) throws UnusableSource {
        Setting user = declaration.settings().get("user");
        Setting password = declaration.settings().get("password");
        Setting refresh = declaration.settings().get("refresh-token");
        if (user != null && password != null && refresh == null) {
            context.secrets().accept(password.value());
            return new OfUser(user.value(), password.value());
        }
        if (refresh != null && user == null && password == null) {
            Optional<String> fault = TokenText.fault(refresh.value().reveal());
            if (fault.isPresent()) {
                throw new UnusableSource(
                        refresh.at(),
                        "what 'refresh-token' refers to is no token: it " + fault.get(),
                        "let it give the token alone");
            }
            context.secrets().accept(refresh.value());
            return new OfRefreshToken(refresh.value());
        }
        if (refresh != null) {
            throw new UnusableSource(
                    refresh.at(),
                    "a client asks for tokens in one way, and this is a second one",
                    "keep 'refresh-token', or 'user' with 'password'");
        }
        Setting alone = user == null ? password : user;
        if (alone != null) {
            throw new UnusableSource(
                    alone.at(), "'user' and 'password' go together", "give both, or leave this one out");
        }
        return CLIENT;
    }

    /** A user who has told the client his password (RFC 6749 section 4.3). */
    record OfUser(Secret user, Secret password) implements GrantType {

        @Override
        public String name() {
            return "password";
        }

        @Override
        public Map<String, Secret> parameters() {
            Map<String, Secret> parameters = new LinkedHashMap<>();
            parameters.put("username", user);
            parameters.put("password", password);
            return parameters;
        }

        @Override
        public String remedy() {
            return "check 'user' and 'password'";
        }
    }

    /** A refresh token (RFC 6749 section 6); many servers give another one with each answer, and take each once. */
    final class OfRefreshToken implements GrantType {

        private volatile Secret current;

        OfRefreshToken(Secret given) {
            this.current = given;
        }

        @Override
        public String name() {
            return "refresh_token";
        }

        @Override
        public Map<String, Secret> parameters() {
            return Map.of("refresh_token", current);
        }

        @Override
        public String remedy() {
            return "give a fresh 'refresh-token': this one has expired, was taken back, or another run has used it";
        }

        @Override
        public boolean isSpent() {
            return true;
        }

        @Override
        public void next(Secret refreshToken) {
            current = refreshToken;
        }
    }
}
