package dev.naysayer.engine.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.dsl.Secret;
import dev.naysayer.engine.credential.Credential.Part;
import dev.naysayer.engine.credential.Presentation.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is varied and what stays good beside it are one request. */
class CredentialTest {

    private static final Credential KEY = shown(Place.HEADER, "X-Key", "good-key");
    private static final Credential TOKEN = shown(Place.HEADER, "Authorization", "bad-token");

    private static Credential shown(Place place, String name, String value) {
        return new Presentation(place, name, "", new Secret(value)).declared();
    }

    @Test
    void field_lines_and_query_parameters_stand_side_by_side() {
        Credential together = TOKEN.beside(KEY).beside(shown(Place.QUERY, "key", "good-parameter"));

        assertThat(lines(together)).containsExactly("Authorization: bad-token", "X-Key: good-key");
        assertThat(together.query()).containsExactly(new Part("key", new Secret("good-parameter")));
        assertThat(together.secrets())
                .extracting(Secret::reveal)
                .containsExactly("bad-token", "good-key", "good-parameter");
    }

    @Test
    void cookies_share_a_line_in_which_the_good_one_comes_first() {
        Credential session = shown(Place.COOKIE, "session", "bad");
        Credential csrf = shown(Place.COOKIE, "csrf", "good");

        assertThat(lines(session.beside(csrf))).containsExactly("Cookie: csrf=good; session=bad");
        assertThat(lines(Credential.NONE.beside(csrf))).containsExactly("Cookie: csrf=good");
        assertThat(lines(Credential.of(List.of(new Part("cookie", new Secret(""))))
                        .beside(csrf)))
                .containsExactly("cookie: csrf=good");
    }

    @Test
    void what_is_special_about_the_varied_one_stays_so() {
        assertThat(TOKEN.sentVerbatim().beside(KEY).verbatim()).isTrue();
        assertThat(TOKEN.overHttp2().beside(KEY).protocol()).isEqualTo(Credential.Protocol.HTTP_2);
        assertThat(TOKEN.asMadeUp().beside(KEY).madeUp())
                .extracting(Secret::reveal)
                .containsExactly("bad-token");
        assertThat(TOKEN.asMadeUp().beside(KEY).secrets())
                .extracting(Secret::reveal)
                .containsExactly("good-key");
    }

    @Test
    void what_is_sent_before_has_the_good_one_beside_it_too() {
        Credential together = Credential.NONE.afterGood(TOKEN).beside(KEY);

        assertThat(together.before())
                .singleElement()
                .satisfies(before ->
                        assertThat(lines(before)).containsExactly("Authorization: bad-token", "X-Key: good-key"));
        assertThat(together.goodBefore()).isTrue();
        assertThat(lines(together)).containsExactly("X-Key: good-key");
    }

    @ParameterizedTest
    @CsvSource({"HEADER, X-Key, the header x-key", "QUERY, key, the query parameter key", "COOKIE, Key, the cookie key"
    })
    void it_knows_where_it_stands_in_the_words_of_its_presentation(Place place, String name, String words) {
        assertThat(shown(place, name, "any").places()).containsExactly(words);
        assertThat(new Presentation(place, name, "", new Secret("any")).where()).isEqualToIgnoringCase(words);
    }

    private static List<String> lines(Credential credential) {
        return credential.fields().stream()
                .map(line -> line.name() + ": " + line.value().reveal())
                .toList();
    }
}
