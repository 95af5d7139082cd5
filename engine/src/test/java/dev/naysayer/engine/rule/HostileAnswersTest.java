package dev.naysayer.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.evidence.Evidence;
import dev.naysayer.engine.evidence.HostileAnswer;
import dev.naysayer.engine.exchange.Header;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dev probe. */
class HostileAnswersTest {

    @Test
    void probe() throws IOException {
        int size = Integer.getInteger("size", 65_536);
        Map<String, List<RuleFixture>> byRule = RuleFixture.all().collect(Collectors.groupingBy(RuleFixture::rule, LinkedHashMap::new, Collectors.toList()));
        Map<String, String> worst = new TreeMap<>();
        Map<String, Long> slow = new TreeMap<>();
        Map<String, String> thrown = new TreeMap<>();
        long n = 0;
        Map<String, Long> total = new TreeMap<>();
        RuleFixture one = RuleFixture.read(RuleFixture.FOLDER.resolve("challenge-parses/violates").toFile().listFiles((d, f) -> f.endsWith(".http"))[0].toPath());
        List<HostileAnswer> all = Stream.of(HostileAnswer.challenges(size), HostileAnswer.bodies(size), HostileAnswer.ofField("WWW-Authenticate", size), HostileAnswer.ofField("Location", size), HostileAnswer.ofField("Set-Cookie", size), HostileAnswer.ofField("Cache-Control", size), HostileAnswer.ofField("Retry-After", size), HostileAnswer.ofField("Server", size)).flatMap(x -> x).toList();
        System.out.println("hostile: " + all.size());
        List<RuleFixture> cases = new ArrayList<>();
        Map<String, RuleFixture> firsts = new LinkedHashMap<>();
        byRule.forEach((id, fs) -> firsts.put(id, fs.stream().filter(f -> f.side().equals("violates")).findFirst().orElseThrow()));
        Map<String, dev.naysayer.engine.plan.ContractCase> its = new LinkedHashMap<>();
        Map<String, Evidence> evs = new LinkedHashMap<>();
        firsts.forEach((id, f) -> { its.put(id, f.contractCase()); evs.put(id, f.evidence()); });
        long end = System.nanoTime() + 400_000_000_000L;
        int skip = Integer.getInteger("skip", 1);
        int c = 0;
        for (HostileAnswer h : all) {
            if (c++ % skip != 0) continue;
            if (System.nanoTime() > end) { System.out.println("STOPPED at " + c + " " + h.name()); break; }
            Evidence e401 = null;
            Map<String, Evidence> cache = new LinkedHashMap<>();
            for (Rule rule : Rules.ALL) {
                RuleFixture f = firsts.get(rule.info().id());
                String key = f.response().status() + " " + f.facts().get("method") + f.facts().get("uri") + f.facts().get("control-got") + f.facts().get("nobody-got");
                long t0 = System.nanoTime();
                String id = rule.info().id();
                try {
                    Evidence e = cache.get(key);
                    if (e == null) {
                        e = evs.get(id).ofAnswer(h.in(f.response()));
                        cache.put(key, e);
                        long t = (System.nanoTime() - t0) / 1_000_000;
                        if (t > slow.getOrDefault("EVIDENCE", 50L)) { slow.put("EVIDENCE", t); worst.put("EVIDENCE", h.name()); }
                        t0 = System.nanoTime();
                    }
                    rule.judge(its.get(id), e);
                } catch (Throwable t) {
                    thrown.merge(id + " " + t.getClass().getSimpleName(), h.name(), (a, b) -> a.length() > 2000 ? a : a + "\n        " + b);
                }
                n++;
                long t = (System.nanoTime() - t0) / 1_000_000;
                total.merge(id, t, Long::sum);
                if (t > slow.getOrDefault(id, 50L)) { slow.put(id, t); worst.put(id, h.name()); }
            }
        }
        System.out.println("judged " + n);
        total.entrySet().stream().sorted((a, b) -> Long.compare(b.getValue(), a.getValue())).limit(15).forEach(x -> System.out.println("TOTAL " + x));
        slow.forEach((id, t) -> System.out.println("SLOW " + t + " ms " + id + " " + worst.get(id)));
        thrown.forEach((id, t) -> System.out.println("THROWN " + id + "\n        " + t));
    }
}
