package dev.naysayer.engine.exchange.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes one layer of base64 or hex off the parts of a text that may be it.
 *
 * <p>Where the bytes begin in such a part nobody knows, so each part is read from every place that it can begin at.
 */
final class PackedBytes {

    private static final int[] BASE64 = digits("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final int[] HEX = digits("0123456789abcdef");

    /** What {@value SecretRuns#RUN} bytes take at least. */
    private static final int SHORTEST_BASE64 = 14;

    private static final int SHORTEST_HEX = 2 * SecretRuns.RUN;

    /** What may stand between two bytes: a comma, a blank and {@code 0x}. */
    private static final int FARTHEST = 4;

    static {
        BASE64['-'] = BASE64['+'];
        BASE64['_'] = BASE64['/'];
        for (char c = 'A'; c <= 'F'; c++) {
            HEX[c] = HEX[Character.toLowerCase(c)];
        }
    }

    private PackedBytes() {}

    static List<TextView> decoded(TextView view) {
        List<TextView> decoded = new ArrayList<>();
        List<int[]> base64 = parts(view, BASE64, SHORTEST_BASE64);
        for (int skipped = 0; skipped < 4 && !base64.isEmpty(); skipped++) {
            decoded.add(base64(view, base64, skipped));
        }
        List<int[]> hex = parts(view, HEX, SHORTEST_HEX);
        for (int skipped = 0; skipped < 2 && !hex.isEmpty(); skipped++) {
            decoded.add(hex(view, hex, skipped));
        }
        TextView spaced = spacedHex(view);
        if (spaced.size() > 0) {
            decoded.add(spaced);
        }
        return decoded;
    }

    private static List<int[]> parts(TextView view, int[] digits, int shortest) {
        List<int[]> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= view.size(); i++) {
            if (i == view.size() || digit(digits, view.at(i)) < 0) {
                if (i - start >= shortest) {
                    parts.add(new int[] {start, i});
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static TextView base64(TextView view, List<int[]> parts, int skipped) {
        TextBytes bytes = new TextBytes(view);
        for (int[] part : parts) {
            for (int i = part[0] + skipped; i + 1 < part[1]; i += 4) {
                int first = digit(BASE64, view.at(i));
                int second = digit(BASE64, view.at(i + 1));
                bytes.add(first << 2 | second >> 4, i, i + 1);
                if (i + 2 < part[1]) {
                    int third = digit(BASE64, view.at(i + 2));
                    bytes.add((second & 0xF) << 4 | third >> 2, i + 1, i + 2);
                    if (i + 3 < part[1]) {
                        bytes.add((third & 0x3) << 6 | digit(BASE64, view.at(i + 3)), i + 2, i + 3);
                    }
                }
            }
            bytes.end();
        }
        return bytes.found();
    }

    private static TextView hex(TextView view, List<int[]> parts, int skipped) {
        TextBytes bytes = new TextBytes(view);
        for (int[] part : parts) {
            for (int i = part[0] + skipped; i + 1 < part[1]; i += 2) {
                bytes.add(octet(view, i), i, i + 1);
            }
            bytes.end();
        }
        return bytes.found();
    }

    /** {@code 65:79:4a}, {@code 65 79 4a}, {@code 0x65, 0x79, 0x4a}: pairs of digits with little between them. */
    private static TextView spacedHex(TextView view) {
        TextBytes bytes = new TextBytes(view);
        int end = 0;
        for (int i = 0; i + 1 < view.size(); i++) {
            if (isPair(view, i)) {
                if (i - end > FARTHEST) {
                    bytes.end();
                }
                bytes.add(octet(view, i), i, i + 1);
                end = i + 2;
            }
        }
        bytes.end();
        return bytes.found();
    }

    /** Two digits that no third touches. */
    private static boolean isPair(TextView view, int at) {
        return octet(view, at) >= 0
                && (at == 0 || digit(HEX, view.at(at - 1)) < 0)
                && (at + 2 == view.size() || digit(HEX, view.at(at + 2)) < 0);
    }

    private static int octet(TextView view, int at) {
        int high = digit(HEX, view.at(at));
        int low = digit(HEX, view.at(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int digit(int[] digits, char c) {
        return c < digits.length ? digits[c] : -1;
    }

    private static int[] digits(String alphabet) {
        int[] digits = new int[0x80];
        Arrays.fill(digits, -1);
        for (int i = 0; i < alphabet.length(); i++) {
            digits[alphabet.charAt(i)] = i;
        }
        return digits;
    }
}
