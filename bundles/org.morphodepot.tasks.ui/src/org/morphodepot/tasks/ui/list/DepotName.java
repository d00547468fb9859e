package org.morphodepot.tasks.ui.list;

import java.net.URI;
import java.util.Optional;

import org.morphodepot.github.ForgeAddress;
import org.morphodepot.github.RepoName;

/** How people name a depot: {@code owner/name}, or the address of its page or of something in it. */
final class DepotName {

    private DepotName() {
    }

    /** Empty for what names no depot. */
    static Optional<RepoName> of(String text) {
        String typed = text.strip();
        return typed.contains("://") ? RepoName.inAddress(typed) : RepoName.parse(typed.replaceFirst("^@|/+$", ""));
    }

    /** What is wrong with what was typed, in a line for people; empty when it is an answer. */
    static Optional<String> trouble(String text, ForgeAddress forge) {
        String typed = text.strip();
        if (of(typed).isEmpty()) {
            return Optional.of("Write owner/name, such as lab/danio, or paste the address of the depot's page.");
        }
        Optional<String> host = typed.contains("://") ? host(typed) : Optional.empty();
        return host.filter(name -> !name.equalsIgnoreCase(forge.host())).map(name -> "This depot is at " + name + ", and you are"
                + " signed in at " + forge.host() + ". Choose another account, or sign in there.");
    }

    /** With the port where there is one, as a forge has it. */
    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.replace(' ', '+')).getAuthority())
                    .map(all -> all.replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
