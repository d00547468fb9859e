package org.morphodepot.github.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.morphodepot.github.Secret;

/**
 * What the person does in the browser: opens {@code page} and types {@code userCode} before {@code expires}.
 *
 * @param device the server's name for this sign-in; whoever has it gets the token
 * @param interval between two questions whether it is done
 */
public record DeviceCode(String userCode, URI page, Instant expires, Duration interval, Secret device) {
}
