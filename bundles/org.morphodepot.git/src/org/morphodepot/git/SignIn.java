package org.morphodepot.git;

import java.util.Optional;

/** As whom a server is asked: with a token, or as nobody. The token goes to the host of the remote address only. */
public record SignIn(Optional<Secret> token) {

    /** Reading what is public. */
    public static final SignIn NOBODY = new SignIn(Optional.empty());

    public static SignIn with(Secret token) {
        return new SignIn(Optional.of(token));
    }
}
