package dev.naysayer.reports.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An API in a process of its own that refuses rightly and costs next to nothing: a thread a connection, answers made beforehand, and
 * each token looked at once. It does not verify signatures: who presents what is known here.
 */
final class TinyApi {

    private static final Pattern TOKEN = Pattern.compile("(?i)\r\nauthorization: *bearer ([^\r]+)");
    private static final Pattern EXPIRY = Pattern.compile("\"exp\":(\\d+)");
    private static final int LONGEST_HEAD = 1 << 16;

    private final Map<Answer, byte[]> answers =
            Stream.of(Answer.values()).collect(Collectors.toMap(Function.identity(), TinyApi::written));
    private final Map<String, Answer> known = new ConcurrentHashMap<>();
    private final long latency;

    private TinyApi(long latency) {
        this.latency = latency;
    }

    /** Prints its port; ends when its input does. The arguments: milliseconds of latency, and a key store for TLS. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        TinyApi api = new TinyApi(Long.parseLong(arguments[0]));
        ServerSocketFactory sockets =
                arguments.length > 1 ? tls(Path.of(arguments[1])) : ServerSocketFactory.getDefault();
        ServerSocket listening = sockets.createServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        ExecutorService threads = Executors.newCachedThreadPool();
        // A client that breaks off ends its task, and nobody asks for that.
        threads.execute(new FutureTask<>(() -> {
            while (true) {
                Socket connection = listening.accept();
                threads.execute(new FutureTask<>(() -> api.serve(connection)));
            }
        }));
        System.out.println(listening.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static ServerSocketFactory tls(Path store) throws IOException, GeneralSecurityException {
        char[] password = MeasuredApi.PASSWORD.toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    /** Until the client ends the connection. */
    private Answer serve(Socket connection) throws IOException, InterruptedException {
        Answer last = Answer.NO_TOKEN;
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = new BufferedOutputStream(connection.getOutputStream())) {
            connection.setTcpNoDelay(true);
            byte[] head = new byte[LONGEST_HEAD];
            for (int length = head(in, head); length > 0; length = head(in, head)) {
                last = answer(new String(head, 0, length, StandardCharsets.ISO_8859_1));
                if (latency > 0) {
                    Thread.sleep(latency);
                }
                out.write(answers.get(last));
                out.flush();
            }
        }
        return last;
    }

    /** Its length, or none where the connection ends; no request here has a body. */
    private static int head(InputStream in, byte[] head) throws IOException {
        int length = 0;
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0 || length == head.length) {
                return 0;
            }
            head[length++] = (byte) next;
            ends = next == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : next == '\r' ? 1 : 0;
        }
        return length;
    }

    private Answer answer(String head) {
        Matcher token = TOKEN.matcher(head);
        return token.find() ? known.computeIfAbsent(token.group(1), TinyApi::judged) : Answer.NO_TOKEN;
    }

    private static Answer judged(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        Matcher expiry = EXPIRY.matcher(claims);
        if (!expiry.find() || Long.parseLong(expiry.group(1)) < Instant.now().getEpochSecond()) {
            return Answer.EXPIRED_TOKEN;
        }
        if (!claims.contains("\"" + Tokens.AUDIENCE + "\"")) {
            return Answer.WRONG_AUDIENCE;
        }
        return claims.contains("\"" + Tokens.SCOPE + "\"") ? Answer.CONTROL : Answer.INSUFFICIENT_SCOPE;
    }

    private static byte[] written(Answer answer) {
        String challenge = answer.isRefusal() ? "WWW-Authenticate: " + answer.challenge() + "\r\n" : "";
        return """
                HTTP/1.1 %d %s\r
                %sContent-Type: %s\r
                Content-Length: %d\r
                Cache-Control: no-store\r
                X-Content-Type-Options: nosniff\r
                \r
                %s""".formatted(
                        answer.status(),
                        answer.reason(),
                        challenge,
                        answer.isRefusal() ? "application/problem+json" : "application/json",
                        answer.body().length(),
                        answer.body())
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
