package org.morphodepot.github.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.testing.RealData;
import org.morphodepot.testing.web.WebReply;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A real answer of GitHub. Times that were templates for another test tool are filled in. */
public record Recording(String method, String path, String query, int status, Map<String, String> headers, String body) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^}]*}}");

    public static List<Recording> all(Instant now) throws IOException {
        List<Recording> all = new ArrayList<>();
        for (String line : Files.readAllLines(RealData.path("github-recordings/recordings.jsonl"))) {
            all.add(of(JsonParser.parseString(line).getAsJsonObject(), now));
        }
        return all;
    }

    private static Recording of(JsonObject json, Instant now) {
        String[] url = json.get("url").getAsString().split("\\?", 2);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.getAsJsonObject("headers").entrySet()
                .forEach(h -> headers.put(h.getKey(), filled(h.getValue().getAsString(), now)));
        String body = json.get("body").isJsonNull() ? "" : filled(json.get("body").getAsString(), now);
        return new Recording(json.get("method").getAsString(), url[0], url.length > 1 ? url[1] : "",
                json.get("status").getAsInt(), headers, body);
    }

    private static String filled(String text, Instant now) {
        return TEMPLATE.matcher(text).replaceAll(m -> {
            Matcher offset = Pattern.compile("offset='(-?\\d+) (second|hour)").matcher(m.group());
            Instant time = offset.find() ? now.plusSeconds(Long.parseLong(offset.group(1))
                    * (offset.group(2).equals("hour") ? 3600 : 1)) : now;
            return m.group().contains("unix") ? Long.toString(time.getEpochSecond())
                    : DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
        });
    }

    /** With addresses of GitHub turned into those of the server that plays it. */
    public WebReply reply(URI server) {
        WebReply reply = WebReply.of(status, body);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue().replace("https://api.github.com", server.toString()));
        }
        return reply;
    }

    public String name() {
        return status + " " + method + " " + path;
    }
}
