package org.morphodepot.github.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.morphodepot.github.Scope;
import org.morphodepot.github.Secret;
import org.morphodepot.github.Viewer;

/** A token that was accepted: whose it is and what the person should know about it. */
public record SignedIn(Viewer viewer, Kind kind) {

    /** Sorts of tokens; they reach different things. */
    public enum Kind {
        /** From the device flow. */
        BROWSER,
        /** A personal token with scopes. */
        CLASSIC,
        /** A personal token with permissions for one owner's repositories. */
        FINE_GRAINED,
        /** Of a server of its own. */
        OTHER
    }

    static SignedIn of(Viewer viewer, Secret token) {
        String text = token.reveal();
        Kind kind = text.startsWith("github_pat_") ? Kind.FINE_GRAINED : text.startsWith("gho_") ? Kind.BROWSER
                : text.startsWith("ghp_") ? Kind.CLASSIC : Kind.OTHER;
        return new SignedIn(viewer, kind);
    }

    /** Sentences about what will not work with this sign-in; none when all is well. */
    public List<String> warnings(Collection<Scope> needed) {
        List<String> warnings = new ArrayList<>();
        if (kind == Kind.FINE_GRAINED) {
            warnings.add("This is a fine-grained token: it cannot open pull requests or comment in depots of other people."
                    + " Sign in with the browser, or use a classic token.");
        }
        if (!viewer.scopes().isEmpty()) {
            needed.stream().filter(scope -> !scope.isIn(viewer.scopes())).forEach(scope -> warnings.add(
                    "The sign-in lacks the right " + scope.word() + ", so the workbench cannot " + scope.meaning() + "."));
        }
        return List.copyOf(warnings);
    }
}
