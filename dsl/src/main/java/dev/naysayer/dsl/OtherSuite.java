package dev.naysayer.dsl;

import java.util.List;

/**
 * A suite that a file of waivers names beside the one that reads it.
 *
 * @param name as it is written
 * @param at where
 * @param entry all names of the waiver's {@code suites}, this one among them
 */
public record OtherSuite(String name, Position at, List<String> entry) {

    public OtherSuite {
        entry = List.copyOf(entry);
    }
}
