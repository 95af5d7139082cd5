package dev.naysayer.engine.credential.condition;

import dev.naysayer.engine.credential.jwt.JwtChange;

/** One member of the header is different. */
final class ChangedHeader {

    private ChangedHeader() {}

    /** The member has this value. */
    static JwtChange to(String name, Object value) {
        return (good, forge) -> good.withHeader(name, value);
    }

    /** The member is not there; a good token without it would pass for a bad one. */
    static JwtChange without(String name) {
        return (good, forge) -> {
            good.headerMember(name);
            return good.withoutHeader(name);
        };
    }
}
