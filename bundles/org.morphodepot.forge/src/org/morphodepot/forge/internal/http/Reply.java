package org.morphodepot.forge.internal.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.JsonElement;

/** An answer: JSON, a page, a file, or nothing. */
public final class Reply {

    private final int status;
    private final byte[] bytes;
    private final Path file;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Reply(int status, String type, byte[] bytes, Path file) {
        this.status = status;
        this.bytes = bytes;
        this.file = file;
        if (type != null) {
            headers.put("Content-Type", type);
        }
    }

    public static Reply of(int status, JsonElement json) {
        return new Reply(status, "application/json; charset=utf-8", json.toString().getBytes(StandardCharsets.UTF_8), null);
    }

    public static Reply ok(Object value) {
        return of(200, Doc.element(value));
    }

    public static Reply created(Object value) {
        return of(201, Doc.element(value));
    }

    public static Reply nothing() {
        return new Reply(204, null, new byte[0], null);
    }

    public static Reply text(int status, String type, String text) {
        return new Reply(status, type, text.getBytes(StandardCharsets.UTF_8), null);
    }

    public static Reply bytes(String type, byte[] bytes) {
        return new Reply(200, type, bytes, null);
    }

    public static Reply file(String type, Path file) {
        return new Reply(200, type, null, file);
    }

    public static Reply redirect(String to) {
        return new Reply(302, null, new byte[0], null).with("Location", to);
    }

    public Reply with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** Empty for a file. */
    public byte[] bytes() {
        return bytes == null ? new byte[0] : bytes;
    }

    /** Null unless the answer is a file. */
    public Path file() {
        return file;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
