package dev.naysayer.engine.exchange.redaction;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential;
import dev.naysayer.engine.credential.RequestForm;
import dev.naysayer.engine.exchange.PercentEncoding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Covers a credential in a request's URI and body by where it stands.
 *
 * <p>Problem: a secret of fewer than 8 characters is not searched for, and would show in a query or a form. Choice: what the
 * credential put there is covered whatever its length.
 */
public final class CredentialMask {

    private static final Pattern USER_INFO = Pattern.compile("^(https?://)[^/?#]*@");
    private static final Pattern JSON_STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private CredentialMask() {}

    /** The URI without the values of the credential's parameters, and without user info; as it is where it opens nothing. */
    public static String uri(String uri, Credential credential) {
        if (!credential.madeUp().isEmpty() && credential.secrets().isEmpty()) {
            return uri;
        }
        String masked = USER_INFO.matcher(uri).replaceFirst("$1" + Redactor.MARK + "@");
        for (Credential.Part parameter : credential.query()) {
            String name = PercentEncoding.of(parameter.name()) + "=";
            masked = Pattern.compile("(?<=[?&])" + Pattern.quote(name) + "[^&#]*")
                    .matcher(masked)
                    .replaceAll(Matcher.quoteReplacement(name + Redactor.MARK));
        }
        return masked;
    }

    /**
     * A form without its values but those that are open or made up; another text without the secrets, or not at all where they cannot
     * be told from it.
     */
    public static String content(Credential.Content content, Credential credential) {
        List<Secret> secrets = credential.secrets();
        RequestForm form = content.form();
        if (form != null) {
            return form.shown(part -> !isShown(part, credential), Redactor.MARK);
        }
        String text = content.text().reveal();
        if (secrets.isEmpty()) {
            return text;
        }
        if (content.mediaType().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return Arrays.stream(text.split("&", -1))
                    .map(pair -> pair.substring(0, pair.indexOf('=') + 1) + Redactor.MARK)
                    .collect(Collectors.joining("&"));
        }
        String masked = JSON_STRING
                .matcher(text)
                .replaceAll(string -> Matcher.quoteReplacement(
                        isSecret(string.group(1), secrets) ? "\"" + Redactor.MARK + "\"" : string.group()));
        return masked.equals(text) ? Redactor.MARK : masked;
    }

    /** What is open is looked through all the same: a suite may have written a secret there. */
    private static boolean isShown(Credential.Part part, Credential credential) {
        String text = part.value().reveal();
        return credential.secrets().stream().noneMatch(secret -> text.contains(secret.reveal()))
                && (part.open() || credential.madeUp().contains(part.value()));
    }

    private static boolean isSecret(String json, List<Secret> secrets) {
        return secrets.stream()
                .map(Secret::reveal)
                .anyMatch(secret -> json.equals(secret)
                        || json.equals(secret.replace("\\", "\\\\").replace("\"", "\\\"")));
    }
}
