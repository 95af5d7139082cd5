package dev.naysayer.engine.credential.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.naysayer.engine.credential.IssuerHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer is said as what it is, and nothing is quoted that could be a secret. */
class StatusWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    404 |                               |                                     | 404
                    429 | 30                            |                                     | 429, and asks to wait 30 s
                    503 | Fri, 31 Dec 2027 23:59:59 GMT |                                     | 503, and asks to wait until Fri, 31 Dec 2027 23:59:59 GMT
                    503 | s3cret                        |                                     | 503
                    429 | 99999999999999                |                                     | 429
                    302 |                               | https://login.example/a?code=s3cret | 302 to login.example
                    302 |                               | https://s3cret@login.example/       | 302 to login.example
                    302 |                               | /sign-in?code=s3cret                | 302
                    302 |                               | ht tp://s3cret                      | 302
                    200 |                               | https://login.example/              | 200
                    """)
    void an_answer_is_said_as_what_it_is(
            int status, @Nullable String retryAfter, @Nullable String location, String words) {
        assertThat(StatusWords.of(new IssuerHttp.Answer(status, "", "", retryAfter, location)))
                .isEqualTo(words);
    }
}
