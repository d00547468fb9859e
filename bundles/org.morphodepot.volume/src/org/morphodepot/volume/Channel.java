package org.morphodepot.volume;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file says about one channel.
 *
 * @param name such as {@code DAPI}; empty when it has none
 * @param rgb its colour, {@code 0xRRGGBB}
 * @param window values to show as black and white
 */
public record Channel(String name, OptionalInt rgb, Optional<DisplayRange> window) {
}
