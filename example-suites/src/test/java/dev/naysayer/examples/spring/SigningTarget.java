package dev.naysayer.examples.spring;

import dev.naysayer.engine.run.ContractTarget;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Starts the server at which a user signs in, and signs one in whenever a suite wants a code or a refresh token. */
public final class SigningTarget implements ContractTarget {

    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern REFRESH_TOKEN = Pattern.compile("\"refresh_token\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final SigningServer.Secrets secrets = new SigningServer.Secrets(
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString(),
            UUID.randomUUID().toString());
    private final String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    private @Nullable RunningApplication application;

    @Override
    public Set<String> promisedVariables() {
        return Set.of(
                "ISSUER", "CLIENT_SECRET", "OTHER_SECRET", "CODE_VERIFIER", "CODE", "CODE_OF_APP", "REFRESH_TOKEN");
    }

    @Override
    public void start() {
        application = RunningApplication.start(
                SigningServer.class, context -> context.registerBean(SigningServer.Secrets.class, () -> secrets));
        var unused = send(HttpRequest.newBuilder(URI.create(url()))
                .header("Authorization", basic(SigningServer.USER, secrets.password())));
    }

    @Override
    public String url() {
        return Objects.requireNonNull(application).url();
    }

    @Override
    public Map<String, String> variables() {
        return Map.of(
                "ISSUER", url(),
                "CLIENT_SECRET", secrets.client(),
                "OTHER_SECRET", secrets.other(),
                "CODE_VERIFIER", verifier,
                "CODE", code("orders-web"),
                "CODE_OF_APP", code("orders-app"),
                "REFRESH_TOKEN", refreshToken());
    }

    @Override
    public void stop() {
        if (application != null) {
            application.close();
        }
    }

    /** What the browser of a user who has signed in is sent back with. */
    private String code(String client) {
        String query = form(Map.of(
                "response_type",
                "code",
                "client_id",
                client,
                "redirect_uri",
                SigningServer.REDIRECT_URI,
                "scope",
                "orders:read",
                "code_challenge",
                challenge(),
                "code_challenge_method",
                "S256"));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/oauth2/authorize?" + query)));
        return found(CODE, answer.headers().firstValue("Location").orElseThrow());
    }

    private String refreshToken() {
        String body = form(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code("orders-web"),
                "redirect_uri",
                SigningServer.REDIRECT_URI,
                "code_verifier",
                verifier));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
                .header("Authorization", basic("orders-web", secrets.client()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return found(REFRESH_TOKEN, answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("the server signed nobody in");
        }
        return matcher.group(1);
    }

    private static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
