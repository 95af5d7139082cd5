package dev.naysayer.engine.credential;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.mover.Mover;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to an authorization server. Whoever implements it follows no redirect, waits no longer than its time-out and reads no
 * more than 1 MiB.
 */
public interface IssuerHttp {

    /** Answers nothing. */
    IssuerHttp UNCONNECTED = new IssuerHttp() {
        @Override
        public Answer get(URI uri) throws IOException {
            throw new IOException("nothing runs yet");
        }

        @Override
        public Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException {
            throw new IOException("nothing runs yet");
        }

        @Override
        public Received send(Request request) throws IOException {
            throw new IOException("nothing runs yet");
        }
    };

    /**
     * An answer.
     *
     * @param status the status code
     * @param mediaType type and subtype in lower case, or empty
     * @param body the content as UTF-8 text; it may hold secrets and is never quoted
     * @param retryAfter the field {@code Retry-After} (RFC 9110 section 10.2.3), or null
     * @param location the field {@code Location}, or null; it may hold secrets, and no more than its host is quoted
     */
    record Answer(
            int status,
            String mediaType,
            String body,
            @Nullable String retryAfter,
            @Nullable String location) {

        /** An answer without these fields. */
        public Answer(int status, String mediaType, String body) {
            this(status, mediaType, body, null, null);
        }
    }

    /** No answer came, and somebody knows why. */
    final class Unanswered extends IOException {

        private static final long serialVersionUID = 1;

        private final Mover mover;

        /** @param message why, in one line; quotes nothing that was sent */
        public Unanswered(String message, Mover mover) {
            super(message);
            this.mover = mover;
        }

        /** Whose move it is. */
        public Mover mover() {
            return mover;
        }
    }

    /**
     * A request of any kind.
     *
     * @param method the method
     * @param uri where it goes
     * @param headers its field lines; each value may be a secret
     * @param content its body, or null
     */
    record Request(String method, URI uri, Map<String, Secret> headers, Credential.@Nullable Content content) {}

    /**
     * An answer with all its fields.
     *
     * @param answer status and body
     * @param fields its field lines in their order
     */
    record Received(Answer answer, List<Credential.Part> fields) {

        /** The values of the field lines of this name. */
        public List<String> fields(String name) {
            return fields.stream()
                    .filter(field -> field.name().equalsIgnoreCase(name))
                    .map(field -> field.value().reveal())
                    .toList();
        }
    }

    /**
     * Gets a document.
     *
     * @throws IOException if no answer comes; its message says why in one line and quotes nothing that was sent
     */
    Answer get(URI uri) throws IOException;

    /**
     * Posts a form.
     *
     * @param form parameters by name
     * @param headers further field lines, such as {@code Authorization}
     * @throws IOException if no answer comes; its message says why in one line and quotes nothing that was sent
     */
    Answer post(URI uri, Map<String, Secret> form, Map<String, Secret> headers) throws IOException;

    /**
     * Sends any request.
     *
     * @throws IOException if no answer comes; its message says why in one line and quotes nothing that was sent
     */
    Received send(Request request) throws IOException;
}
