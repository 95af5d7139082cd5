package dev.naysayer.engine.evidence;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The event with which a stream of server-sent events begins.
 *
 * <p>What stands behind the last blank line is an event here too: whoever cut the stream off may have cut it there.
 *
 * @param name as the stream calls it, empty where it has no name
 * @param data its lines of data
 */
record FirstEvent(String name, String data) {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final Pattern ERROR =
            Pattern.compile("(?i)(?:.*[._:-])?(?:error|unauthori[sz]ed|unauthenticated|forbidden)");

    /** Null where there is none; comments and fields without data or name are none. */
    static @Nullable FirstEvent of(String stream) {
        String name = "";
        StringBuilder data = new StringBuilder();
        List<String> lines = stream.replaceFirst("^\\uFEFF", "").lines().toList();
        for (String line : lines) {
            if (line.isEmpty() && !(name.isEmpty() && data.isEmpty())) {
                break;
            }
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()).strip()).append('\n');
            }
        }
        return name.isEmpty() && data.isEmpty()
                ? null
                : new FirstEvent(name, data.toString().strip());
    }

    boolean tellsOfAnError() {
        return ERROR.matcher(name).matches();
    }
}
