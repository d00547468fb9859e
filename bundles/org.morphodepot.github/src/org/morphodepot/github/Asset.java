package org.morphodepot.github;

/**
 * A file of a release.
 *
 * @param bytes its size
 * @param complete false for what an upload that broke off left behind
 * @param digest such as {@code sha256:…}, empty where the server does not tell
 */
public record Asset(long id, String name, String contentType, long bytes, boolean complete, String digest, String downloadUrl) {
}
