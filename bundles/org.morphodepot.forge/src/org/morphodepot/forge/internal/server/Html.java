package org.morphodepot.forge.internal.server;

import java.util.List;

import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.http.Reply;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.state.Comment;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** Plain pages for people who follow a link. Nothing from a depot is put in unescaped. */
final class Html {

    private Html() {
    }

    static String escaped(String text) {
        return text == null ? "" : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static Reply page(String title, String body) {
        return Reply.text(200, "text/html; charset=utf-8",
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                        + "</title><style>body{font:16px sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
                + "pre{white-space:pre-wrap}</style></head><body><h1>" + escaped(title) + "</h1>" + body + "</body></html>\n")
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'")
                .with("X-Frame-Options", "DENY");
    }

    static Reply issue(Repo repo, Issue issue, Desk desk) {
        StringBuilder body = new StringBuilder("<p>" + escaped(repo.fullName()) + " #" + issue.number + ", " + issue.state
                + ", by " + escaped(issue.author) + "</p><pre>" + escaped(issue.body) + "</pre>");
        for (Comment comment : desk.issues().comments(issue)) {
            body.append("<h2>").append(escaped(comment.author)).append("</h2><pre>").append(escaped(comment.body))
                    .append("</pre>");
        }
        return page(issue.title, body.toString());
    }

    static Reply repo(Repo repo, List<Issue> issues, Links links) {
        StringBuilder body = new StringBuilder("<p>" + escaped(repo.description) + "</p><ul>");
        for (Issue issue : issues) {
            String place = links.page(repo.fullName()) + (issue.pull == null ? "/issues/" : "/pull/") + issue.number;
            body.append("<li><a href=\"").append(escaped(place)).append("\">#").append(issue.number).append(' ')
                    .append(escaped(issue.title)).append("</a> (").append(issue.state).append(")</li>");
        }
        return page(repo.fullName(), body.append("</ul>").toString());
    }
}
