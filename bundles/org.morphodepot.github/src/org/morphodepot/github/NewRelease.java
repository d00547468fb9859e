package org.morphodepot.github;

/** A release to publish; {@code target} is the branch or commit to tag when the tag is new, or empty. */
public record NewRelease(String tag, String name, String body, String target, boolean draft) {

    public static NewRelease of(String tag, String body) {
        return new NewRelease(tag, tag, body, "", false);
    }
}
