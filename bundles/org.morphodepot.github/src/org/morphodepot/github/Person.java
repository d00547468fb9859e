package org.morphodepot.github;

/** An account. {@code id} is 0 and {@code nodeId} empty when the server does not tell. */
public record Person(String login, long id, String nodeId, String name) {

    /** Stands for accounts that were deleted: the server sends null for them. */
    public static final Person GHOST = new Person("ghost", 10137, "", "Deleted account");

    public static Person named(String login) {
        return new Person(login, 0, "", "");
    }

    public boolean isGhost() {
        return this == GHOST || login.equals("ghost");
    }

    /** Accounts are the same regardless of case. */
    public boolean is(String otherLogin) {
        return login.equalsIgnoreCase(otherLogin);
    }
}
