package dev.naysayer.dsl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Destinations;
import dev.naysayer.dsl.source.Problem;
import dev.naysayer.dsl.source.Reading;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private SuiteFiles files;

    @BeforeEach
    void files() {
        files = new SuiteFiles(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://orders.localhost/v1",
                "http://127.0.0.1:1",
                "http://127.8.7.6",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]",
                "http://[::ffff:127.0.0.1]",
                "https://orders.example"
            })
    void to_this_machine_and_over_tls_nothing_travels_in_clear(String url) {
        assertThat(Destinations.UNDECLARED.forbidClearText(URI.create(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://orders.example",
                "HTTP://orders.example:8080/v1",
                "http://10.0.0.1",
                "http://192.168.1.5",
                "http://orders",
                "http://localhost.example",
                "http://127.0.0.1.example",
                "http://0.0.0.0",
                "http://128.0.0.1",
                "http://[fe80::1]"
            })
    void plain_http_to_another_machine_needs_a_reason(String url) {
        assertThat(Destinations.UNDECLARED.forbidClearText(URI.create(url))).isTrue();
        assertThat(suite("allow-plain-http: a network of its own\n").forbidClearText(URI.create(url)))
                .isFalse();
    }

    @Test
    void a_host_is_the_same_in_capitals_and_none_is_included_by_its_parent() {
        Destinations named = suite("hosts: [Login.Example, keys.example]\n")
                .and(Stream.of(URI.create("https://ORDERS.example:8443/v1"), null));

        assertThat(named.hosts()).containsExactly("login.example", "keys.example", "orders.example");
        assertThat(named.include("LOGIN.example")).isTrue();
        assertThat(named.include("orders.example")).isTrue();
        assertThat(named.include("127.0.0.1")).isTrue();
        assertThat(named.include("evil.login.example")).isFalse();
        assertThat(named.include("example")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hosts: https://login.example",
                "hosts: login.example/token",
                "hosts: '*.example'",
                "hosts: login.example:443",
                "hosts: [user@login.example]"
            })
    void what_is_no_name_of_a_host_is_a_problem(String key) {
        assertThat(files.read(key + "\n" + SuiteFiles.ORDERS))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.problems())
                                .singleElement()
                                .returns(
                                        "a host is a name, without scheme, port and path, and without '*'",
                                        Problem::message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "yes", "On", "false"})
    void a_switch_is_no_reason(String value) {
        assertThat(files.read("allow-plain-http: " + value + "\n" + SuiteFiles.ORDERS))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.problems())
                                .singleElement()
                                .returns("'allow-plain-http' gives no reason", Problem::message));
    }

    private Destinations suite(String keys) {
        return files.suite(keys + SuiteFiles.ORDERS).destinations();
    }
}
