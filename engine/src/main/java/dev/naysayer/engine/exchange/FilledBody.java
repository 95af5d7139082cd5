package dev.naysayer.engine.exchange;

import dev.naysayer.dsl.RequestBody;
import dev.naysayer.dsl.Template;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The suite's body in one request.
 *
 * @param mediaType as the suite says it, or null where it says none
 * @param bytes what is sent
 * @param isText whether these are text in UTF-8
 * @param shown the same as a reader may see it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FilledBody(@Nullable String mediaType, byte[] bytes, boolean isText, String shown) {

    static FilledBody of(RequestBody body, Function<Template.Fresh, String> make) {
        Template.Filled filled = body.text().fill(make);
        Charset charset = body.bytes() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new FilledBody(
                body.mediaType(), filled.sent().reveal().getBytes(charset), !body.bytes(), filled.shown());
    }

    /** As REST Assured and its filters see it: a String, or bytes. */
    public Object content() {
        return isText ? new String(bytes, StandardCharsets.UTF_8) : bytes.clone();
    }

    /** Toward whoever prints it. */
    @Override
    public String toString() {
        return shown;
    }
}
