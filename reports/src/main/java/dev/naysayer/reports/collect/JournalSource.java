package dev.naysayer.reports.collect;

import java.io.IOException;
import java.nio.file.Path;

/** What a journal is read from, again for each exchange. */
interface JournalSource {

    /** Reads one thing. */
    interface Use<T> {

        T of(JournalText text) throws IOException;
    }

    <T> T read(Use<T> use) throws IOException;

    /** One that this process holds open. */
    record Own(JournalText text) implements JournalSource {

        @Override
        public <T> T read(Use<T> use) throws IOException {
            return use.of(text);
        }
    }

    /** A file of another process, which is opened each time. */
    record Other(Path path) implements JournalSource {

        @Override
        public <T> T read(Use<T> use) throws IOException {
            try (JournalText text = JournalText.of(path)) {
                return use.of(text);
            }
        }
    }
}
