package org.morphodepot.forge.internal.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.forge.internal.http.Problem;

import com.google.gson.JsonParser;

/** The words and signs of a GraphQL document. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile("(?:[\\s,\\uFEFF]|#[^\\n]*)*+(?:(\\.\\.\\.|[!$()\\[\\]{}:=@|&])"
            + "|([_A-Za-z]\\w*)|(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|\"\"\"((?s:.*?))\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\")");
    private static final int MOST = 20_000;

    /** Kind {@code !} for signs, {@code a} for names, {@code 1} for numbers, {@code "} for texts. */
    record Token(char kind, String text) {
    }

    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (matcher.find(from) && matcher.start() == from && tokens.size() < MOST) {
            tokens.add(token(matcher));
            from = matcher.end();
        }
        if (!text.substring(from).replaceAll("#[^\\n]*", "").replaceAll("[\\s,\\uFEFF]", "").isEmpty()) {
            throw new Problem(200, "Parse error on \"" + text.substring(from, Math.min(text.length(), from + 20)).strip() + "\"");
        }
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Token('!', matcher.group(1));
        }
        if (matcher.group(2) != null) {
            return new Token('a', matcher.group(2));
        }
        if (matcher.group(3) != null) {
            return new Token('1', matcher.group(3));
        }
        return new Token('"', matcher.group(4) != null ? matcher.group(4).strip() : unescaped(matcher.group(5)));
    }

    private static String unescaped(String text) {
        return JsonParser.parseString("\"" + text + "\"").getAsString();
    }

    boolean ended() {
        return at >= tokens.size();
    }

    Token peek() {
        return ended() ? new Token('!', "the end") : tokens.get(at);
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean isSign(String sign) {
        return peek().kind() == '!' && peek().text().equals(sign);
    }

    /** Takes the sign when it is next. */
    boolean took(String sign) {
        if (isSign(sign)) {
            at++;
            return true;
        }
        return false;
    }

    void sign(String sign) {
        if (!took(sign)) {
            throw new Problem(200, "Parse error on \"" + peek().text() + "\", expected \"" + sign + "\"");
        }
    }

    String name() {
        Token token = next();
        if (token.kind() != 'a') {
            throw new Problem(200, "Parse error on \"" + token.text() + "\", expected a name");
        }
        return token.text();
    }
}
