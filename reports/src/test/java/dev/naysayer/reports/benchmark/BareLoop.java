package dev.naysayer.reports.benchmark;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The same requests and the same checks by HttpClient alone: no tests, no names, no report. */
final class BareLoop {

    private final Work work;
    private final Tokens tokens;
    private final CloseableHttpClient client;

    private BareLoop(Work work, CloseableHttpClient client) throws JOSEException, ParseException {
        this.work = work;
        this.tokens = Tokens.signedBy(work.key());
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        Work work = Work.given();
        try (CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(work.inFlight())
                        .setMaxConnTotal(work.inFlight())
                        .build())
                .build()) {
            new BareLoop(work, client).run();
        }
        Figures.tell();
        System.exit(0);
    }

    private void run() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(work.inFlight());
        List<Future<?>> asked = new ArrayList<>();
        work.operations()
                .forEach(operation -> work.answers()
                        .forEach(answer -> asked.add(threads.submit(() -> {
                            ask(operation, answer);
                            return answer;
                        }))));
        for (Future<?> one : asked) {
            one.get();
        }
        threads.shutdown();
        if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("threads go on");
        }
    }

    private void ask(int operation, Answer answer) throws IOException {
        HttpGet request = new HttpGet(work.url() + "/things/" + operation);
        String token = tokens.of(answer);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        client.execute(request, response -> check(response, answer));
    }

    private static Answer check(ClassicHttpResponse response, Answer answer) throws HttpException, IOException {
        String body = EntityUtils.toString(response.getEntity());
        boolean right = response.getCode() == answer.status();
        if (answer.isRefusal()) {
            String challenge = response.getHeader("WWW-Authenticate").getValue();
            right &= challenge.startsWith("Bearer ")
                    && (answer.error() == null || challenge.contains("error=\"" + answer.error() + "\""))
                    && Checks.violations(body).isEmpty();
        }
        if (!right) {
            throw new IllegalStateException(answer + ": " + response.getCode() + " " + body);
        }
        return answer;
    }
}
