package org.morphodepot.work.submit;

import java.time.Instant;
import java.util.Optional;

import org.morphodepot.work.Place;

/**
 * Something a reviewer asks for.
 *
 * @param author login
 * @param text Markdown, without the line that names the place
 * @param place in the scan that it is about
 * @param url where people answer
 */
public record Requested(String author, String text, Instant when, Optional<Place> place, String url) {
}
