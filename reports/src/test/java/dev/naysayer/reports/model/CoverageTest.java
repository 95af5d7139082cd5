package dev.naysayer.reports.model;

import dev.naysayer.reports.*;
import org.junit.jupiter.api.Test;

class CoverageTest {
    @Test
    void x() {
        var d = RecordedRun.document();
        var c = Coverage.of(d, ConformanceReport.of(d));
        System.out.println(c.summary());
        c.suites().forEach(s -> {
            System.out.println(s.operations());
            System.out.println(s.headings());
            s.groups().forEach(System.out::println);
            s.rules().forEach(System.out::println);
            s.untested().forEach(System.out::println);
        });
        c.clauses().stream().filter(ClauseCoverage::tested).forEach(System.out::println);
        c.unasked().forEach(System.out::println);
        for (int n : new int[] {1000, 10000, 10000, 50000}) {
            d = LargeRun.document(n);
            var r = ConformanceReport.of(d);
            long t = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            c = Coverage.of(d, r);
            System.out.println(n + " "
                    + (java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - t) / 1000000
                    + " ms "
                    + c.suites().stream().mapToInt(s -> s.operations().size()).sum() + " "
                    + c.suites().stream()
                            .mapToInt(s -> s.operations().size() * s.rules().size())
                            .sum());
        }
    }
}
