package dev.naysayer.dsl.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The one way in which a file that a user names is read.
 *
 * <p>A pipe or a device may never end, and a file of any size may be named by mistake: so only regular files are opened, and
 * none is read beyond a limit.
 */
public final class UserFile {

    /** How many bytes of a file are read where no setting says more: 1 MiB, far beyond what anybody writes. */
    public static final long DEFAULT_LIMIT = 1 << 20;

    /** The setting that allows more, in MiB. */
    public static final String LIMIT_SETTING = "naysayer.max-file-size";

    /** A file that is not read; its message goes behind the file's name, {@code is no regular file}. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        private final String nextStep;

        Refused(String message, String nextStep) {
            super(message);
            this.nextStep = nextStep;
        }

        /** What to do about it. */
        public String nextStep() {
            return nextStep;
        }
    }

    private UserFile() {}

    /**
     * All bytes of a file, links followed.
     *
     * @param limit how many bytes it may have
     * @throws Refused if it is no regular file or larger
     */
    public static byte[] bytes(Path file, long limit) throws IOException, Refused {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new Refused(
                    attributes.isDirectory() ? "is a folder" : "is no regular file",
                    "name a file; folders, pipes and devices are not read");
        }
        if (attributes.size() > limit) {
            throw tooLarge(limit);
        }
        try (InputStream content = Files.newInputStream(file)) {
            // What the system tells of some files' size is not true, and a file may grow.
            byte[] bytes = content.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
            if (bytes.length > limit) {
                throw tooLarge(limit);
            }
            return bytes;
        }
    }

    /**
     * The text of a file.
     *
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     */
    public static String text(Path file, long limit) throws IOException, Refused {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file, limit)))
                .toString();
    }

    /** {@code 1 MiB}, or the bytes where it is no whole number of them. */
    public static String shown(long limit) {
        return limit % DEFAULT_LIMIT == 0 ? limit / DEFAULT_LIMIT + " MiB" : limit + " bytes";
    }

    private static Refused tooLarge(long limit) {
        return new Refused(
                "is larger than " + shown(limit),
                "take out what is not needed, or allow more MiB with " + LIMIT_SETTING);
    }
}
