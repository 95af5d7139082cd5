package dev.naysayer.engine.credential.condition;

import com.nimbusds.jose.JOSEException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A certificate that a foreign key signed for itself (RFC 5280 section 4.1).
 *
 * <p>Written out here, because the JDK makes no certificates and a library that does would come into every user's class
 * path.
 */
final class SelfSignedCertificate {

    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0C;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int UTC_TIME = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xA0;

    private static final byte[] COMMON_NAME = hex("0603550403");
    private static final byte[] SHA256_WITH_RSA = hex("300d06092a864886f70d01010b0500");
    private static final byte[] ECDSA_WITH_SHA256 = hex("300a06082a8648ce3d040302");
    private static final byte[] ED25519 = hex("300506032b6570");

    private static final Duration LIFE = Duration.ofDays(365);
    private static final int LAST_YEAR_OF_UTC_TIME = 2049;

    private SelfSignedCertificate() {}

    /** The certificate in DER, good since a day before now. */
    static byte[] of(ForeignKey key, Instant now) throws JOSEException {
        String type = key.pair().getPublic().getAlgorithm();
        byte[] algorithm = switch (type) {
            case "RSA" -> SHA256_WITH_RSA;
            case "EC" -> ECDSA_WITH_SHA256;
            default -> ED25519;
        };
        String jdkAlgorithm = switch (type) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        Instant from = now.minus(Duration.ofDays(1));
        byte[] content = der(
                SEQUENCE,
                der(VERSION, der(INTEGER, new byte[] {2})),
                der(INTEGER, new byte[] {1}),
                algorithm,
                name(),
                der(SEQUENCE, time(from), time(from.plus(LIFE))),
                name(),
                key.pair().getPublic().getEncoded());
        byte[] noSpareBits = {0};
        return der(SEQUENCE, content, algorithm, der(BIT_STRING, noSpareBits, key.signed(jdkAlgorithm, content)));
    }

    private static byte[] name() {
        byte[] text = "naysayer.invalid".getBytes(StandardCharsets.UTF_8);
        return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, text))));
    }

    /** Which of the two forms is right depends on the year (RFC 5280 section 4.1.2.5). */
    private static byte[] time(Instant instant) {
        boolean isShort = instant.atZone(ZoneOffset.UTC).getYear() <= LAST_YEAR_OF_UTC_TIME;
        String text = DateTimeFormatter.ofPattern(isShort ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(instant);
        return der(isShort ? UTC_TIME : GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Tag, length and content (ITU-T X.690 section 8.1). */
    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.writeBytes(length(content.size()));
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
