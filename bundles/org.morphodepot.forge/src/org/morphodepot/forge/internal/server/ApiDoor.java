package org.morphodepot.forge.internal.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.morphodepot.forge.internal.graphql.GraphQl;
import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.http.Limits;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.http.Site;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.rest.Uploads;

import com.sun.net.httpserver.HttpExchange;

/** Requests to the API: signed in, counted against the limits, answered one at a time, with an ETag. */
public final class ApiDoor {

    private static final int LARGEST_BODY = 150 * 1024 * 1024;

    private final Hub hub;
    private final Limits limits;
    private final Router rest;
    private final GraphQl graphql;
    private final Uploads uploads;

    public ApiDoor(Hub hub, Limits limits, Router rest, GraphQl graphql, Uploads uploads) {
        this.hub = hub;
        this.limits = limits;
        this.rest = rest;
        this.graphql = graphql;
        this.uploads = uploads;
    }

    void answer(HttpExchange exchange, Site site) throws IOException {
        Reply reply;
        try {
            refuseNameless(exchange);
            Visitor visitor = Visitor.of(exchange, hub);
            reply = counted(exchange, site, visitor);
            reply.with("X-OAuth-Scopes", String.valueOf(visitor.scopes())).with("X-Accepted-OAuth-Scopes", "repo");
        } catch (Problem e) {
            reply = e.reply();
        }
        Replies.send(exchange, reply.with("X-GitHub-Media-Type", "github.v3; format=json")
                .with("X-GitHub-Api-Version-Selected", "2022-11-28").with("X-GitHub-Request-Id", UUID.randomUUID().toString())
                .with("Vary", "Accept, Authorization, Cookie, X-GitHub-OTP").with("Server", "morphodepot-forge"));
    }

    private static void refuseNameless(HttpExchange exchange) {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        if (agent == null || agent.isBlank()) {
            throw new Problem(403, "Request forbidden by administrative rules. Please make sure your request has a User-Agent"
                    + " header.");
        }
    }

    private Reply counted(HttpExchange exchange, Site site, Visitor visitor) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        boolean ask = site.path().equals("/graphql");
        boolean change = ask ? new String(body, StandardCharsets.UTF_8).contains("mutation")
                : !exchange.getRequestMethod().matches("GET|HEAD");
        String who = visitor.counted();
        limits.begin(who, change, change && !exchange.getRequestMethod().equals("DELETE"));
        try {
            return charged(exchange, site, visitor, body, ask);
        } finally {
            limits.end(who);
        }
    }

    private Reply charged(HttpExchange exchange, Site site, Visitor visitor, byte[] body, boolean ask) throws IOException {
        boolean free = site.path().equals("/rate_limit");
        String kind = ask ? "graphql" : site.path().startsWith("/search/") ? "search" : "core";
        Limits.State left = limits.charge(visitor.counted(), kind, free ? 0 : 1);
        Reply reply = safely(call(exchange, site, visitor, body), ask);
        if (exchange.getRequestMethod().matches("GET|HEAD") && reply.status() == 200 && reply.file() == null) {
            String tag = tag(reply.bytes(), visitor.counted());
            reply.with("ETag", tag).with("Cache-Control", "private, max-age=60, s-maxage=60");
            if (knows(exchange, tag)) {
                reply = notModified(reply);
                left = limits.refund(visitor.counted(), kind);
            }
        }
        Limits.headers(left).forEach(reply::with);
        return reply;
    }

    private Reply safely(Call call, boolean ask) throws IOException {
        try {
            return hub.change(change -> ask ? graphql.answer(call) : rest.answer(call));
        } catch (Problem e) {
            return e.reply();
        }
    }

    private static Call call(HttpExchange exchange, Site site, Visitor visitor, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(exchange.getRequestMethod(), site, visitor.login(), query, headers, body);
    }

    private static boolean knows(HttpExchange exchange, String tag) {
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        return known != null && (known.contains(tag) || known.contains(tag.substring(2)));
    }

    private static Reply notModified(Reply reply) {
        Reply short304 = Reply.text(304, null, "");
        reply.headers().forEach((name, value) -> {
            if (!name.equals("Content-Type")) {
                short304.with(name, value);
            }
        });
        return short304;
    }

    private static String tag(byte[] bytes, String who) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(who.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(sha.digest(bytes)) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void upload(HttpExchange exchange, Site site) throws IOException {
        Reply reply;
        try {
            refuseNameless(exchange);
            Visitor visitor = Visitor.of(exchange, hub);
            limits.begin(visitor.counted(), true, true);
            try {
                limits.charge(visitor.counted(), "core", 1);
                reply = uploads.receive(call(exchange, site, visitor, new byte[0]), exchange.getRequestBody());
            } finally {
                limits.end(visitor.counted());
            }
        } catch (Problem e) {
            reply = e.reply();
        }
        Replies.send(exchange, reply);
    }
}
