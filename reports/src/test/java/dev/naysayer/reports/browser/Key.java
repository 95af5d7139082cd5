package dev.naysayer.reports.browser;

import java.util.Map;

/** A key of a keyboard, as the DevTools Protocol knows it. */
enum Key {
    TAB("Tab", "Tab", 9, ""),
    ENTER("Enter", "Enter", 13, "\r"),
    SLASH("/", "Slash", 191, "/");

    private final String key;
    private final String code;
    private final int number;
    private final String text;

    Key(String key, String code, int number, String text) {
        this.key = key;
        this.code = code;
        this.number = number;
        this.text = text;
    }

    Map<String, Object> event() {
        return Map.of("key", key, "code", code, "windowsVirtualKeyCode", number, "text", text);
    }
}
