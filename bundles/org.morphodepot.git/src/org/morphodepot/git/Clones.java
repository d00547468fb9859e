package org.morphodepot.git;

import java.util.List;

import org.eclipse.jgit.lib.Ref;
import org.morphodepot.git.internal.Asking;
import org.morphodepot.git.internal.NewClone;

/** Makes clones, and asks servers before there is one. Blocks; any thread. */
public final class Clones {

    private Clones() {
    }

    /**
     * Clones one branch with remote {@code origin}. The folder appears whole or not at all; a clone that was cut off leaves
     * nothing in the way of the next try.
     */
    public static WorkFolder make(CloneOrder order, SignIn signIn, GitProgress progress) throws GitException {
        NewClone.make(order, signIn, progress);
        return WorkFolder.open(order.folder());
    }

    /** The names of a server's branches. Also tells whether it can be reached and lets this sign-in read. */
    public static List<String> branches(RemoteAddress address, SignIn signIn) throws GitException {
        return Asking.refs(address, signIn).stream().map(Ref::getName).filter(name -> name.startsWith("refs/heads/"))
                .map(name -> name.substring("refs/heads/".length())).toList();
    }
}
