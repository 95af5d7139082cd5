package dev.naysayer.engine.junit;

import dev.naysayer.engine.plan.Shard;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How what a setting is set to has to look.
 *
 * @param words behind "has to be", and in the page of settings
 * @param check whether a text looks so
 */
record SettingForm(String words, Predicate<String> check) {

    static final SettingForm CHOICE =
            new SettingForm("true or false", text -> text.equals("true") || text.equals("false"));

    static final SettingForm SECONDS = whole("seconds", 1, 99_999);

    /** Any text; whoever uses it says what is wrong with it. */
    static SettingForm text(String words) {
        return new SettingForm(words, text -> true);
    }

    /** A number without sign and leading zeros. */
    static SettingForm whole(String unit, int least, int most) {
        Pattern digits = Pattern.compile("0|[1-9]\\d{0,8}");
        return new SettingForm(
                "whole %s, from %d to %d".formatted(unit, least, most),
                text -> digits.matcher(text).matches()
                        && Integer.parseInt(text) >= least
                        && Integer.parseInt(text) <= most);
    }

    /** {@code one,other}, {@code all} or {@code none}. */
    static SettingForm someOf(String... names) {
        String one = String.join("|", names);
        return matching(
                "all|none|(%s)( *, *(%s))*".formatted(one, one),
                "`all`, `none`, or some of %s, with commas between".formatted(String.join(", ", names)));
    }

    /** {@code 2/8}. */
    static SettingForm shard() {
        return new SettingForm(
                "a number of how many, counted from 1, such as 2/8, up to %d/%d".formatted(Shard.MOST, Shard.MOST),
                text -> Shard.of(text).isPresent());
    }

    /** @param words what the pattern says */
    static SettingForm matching(String pattern, String words) {
        return new SettingForm(words, Pattern.compile(pattern).asMatchPredicate());
    }

    boolean fits(String text) {
        return check.test(text);
    }
}
