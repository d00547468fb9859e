package org.morphodepot.volume;

/** Values shown as black ({@code low}) and white ({@code high}). */
public record DisplayRange(double low, double high) {
}
