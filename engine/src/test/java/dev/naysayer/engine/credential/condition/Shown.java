package dev.naysayer.engine.credential.condition;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.RequestForm;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A credential as a reader of tables sees it: marks for secrets, and an escape for each byte that cannot be seen. */
final class Shown {

    /** What every table is made with: a literal segment, an identifier and a query. */
    static final String TARGET = "/orders/b%2F1?page=2";

    private static final Pattern BASE64 = Pattern.compile("(?i)(basic )([A-Za-z0-9+/]{4,})(=*)");
    private static final Pattern RUN = Pattern.compile("([A-Za-z\\x00])\\1{99,}");

    /** Something of all that a condition changes. */
    private static final String TEXT =
            "grant_type=authorization_code&code=c&redirect_uri=r&code_verifier=v&refresh_token=f&token=t";

    /** What the operation of every table would send as a form. */
    private static final RequestForm FORM = RequestForm.read(TEXT, TEXT);

    private final Map<String, String> marks;

    Shown(Map<String, String> marks) {
        this.marks = marks;
    }

    String of(Credential credential) {
        return lines(credential.formed(FORM)).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
    }

    private List<String> lines(Credential credential) {
        List<String> lines = new ArrayList<>();
        if (!credential.before().isEmpty()) {
            lines.add("first " + credential.before().size() + ":");
            lines(credential.before().get(0)).forEach(line -> lines.add("    " + line));
            lines.add("then:");
        }
        if (credential.verbatim()) {
            lines.add("(byte for byte)");
        }
        if (credential.protocol() != Credential.Protocol.ANY) {
            lines.add(credential.protocol() == Credential.Protocol.HTTP_2 ? "(over HTTP/2)" : "(without TLS)");
        }
        if (credential.line().method() != null) {
            lines.add("method " + credential.line().method());
        }
        if (!credential.line().target().apply(TARGET).equals(TARGET)) {
            lines.add("target " + text(credential.line().target().apply(TARGET)));
        }
        credential.query().forEach(part -> lines.add("?" + part.name() + "=" + text(part.value())));
        credential.fields().forEach(part -> lines.add((part.name() + ": " + text(part.value())).stripTrailing()));
        if (credential.content() != null) {
            lines.add(credential.content().mediaType() + " body "
                    + text(credential.content().text()));
        }
        return lines;
    }

    private String text(Secret secret) {
        return text(secret.reveal());
    }

    /** Unknown base64 is looked into first: it may begin like the good one's, and would be marked in the middle. */
    private String text(String text) {
        Matcher basic = BASE64.matcher(text);
        if (basic.matches() && !marks.containsKey(basic.group(2) + basic.group(3))) {
            return basic.group(1) + "base64(" + decoded(basic.group(2)) + ")" + basic.group(3);
        }
        String marked = text;
        for (Map.Entry<String, String> mark : marks.entrySet()) {
            marked = marked.replace(mark.getKey(), mark.getValue());
        }
        String runs = RUN.matcher(marked)
                .replaceAll(run -> Matcher.quoteReplacement(
                        run.group(1) + "{" + run.group().length() + "}"));
        return visible(runs);
    }

    private String decoded(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        try {
            return text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return text(new String(bytes, StandardCharsets.ISO_8859_1)) + " in ISO-8859-1";
        }
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        int end = text.stripTrailing().length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean atAnEnd = i == 0 || i >= end;
            boolean hidden = c < 0x20 || c > 0x7E || (c == ' ' && atAnEnd);
            visible.append(hidden ? String.format("\\x%02X", (int) c) : String.valueOf(c));
        }
        return visible.toString();
    }
}
