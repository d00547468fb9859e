package org.morphodepot.git.internal;

import java.util.Collection;

import org.eclipse.jgit.lib.Ref;
import org.morphodepot.git.GitException;
import org.morphodepot.git.GitProgress;
import org.morphodepot.git.RemoteAddress;
import org.morphodepot.git.SignIn;

/** Questions to a server that need no clone. */
public final class Asking {

    private Asking() {
    }

    public static Collection<Ref> refs(RemoteAddress address, SignIn signIn) throws GitException {
        return Verb.run(address.toString(), GitProgress.NONE, () -> Transfers.list(address, signIn));
    }
}
