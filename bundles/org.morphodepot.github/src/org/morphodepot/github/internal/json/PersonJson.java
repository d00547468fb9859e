package org.morphodepot.github.internal.json;

import java.util.Optional;

import org.morphodepot.github.Collaborator;
import org.morphodepot.github.Invitation;
import org.morphodepot.github.Permission;
import org.morphodepot.github.Person;
import org.morphodepot.github.RepoName;

/** Reads people and what they may do. */
public final class PersonJson {

    private PersonJson() {
    }

    /** The person in a field; deleted accounts are the ghost. */
    public static Person in(Fields fields, String field) {
        return fields.object(field).map(PersonJson::person).orElse(Person.GHOST);
    }

    public static Person person(Fields f) {
        String login = f.text("login");
        return login.isEmpty() ? Person.GHOST : new Person(login, f.number("id") == 0 ? f.number("databaseId") : f.number("id"),
                f.text("node_id"), f.text("name"));
    }

    /** The highest right of a {@code permissions} object, else the role's word. */
    public static Optional<Permission> permission(Fields f) {
        Optional<Permission> highest = Optional.empty();
        Fields permissions = f.child("permissions");
        for (Permission permission : Permission.values()) {
            if (permissions.flag(permission.word(), false)) {
                highest = Optional.of(permission);
            }
        }
        if (highest.isPresent()) {
            return highest;
        }
        return Permission.of(f.text("role_name")).or(() -> Permission.of(f.text("permission")));
    }

    public static Collaborator collaborator(Fields f) {
        return new Collaborator(person(f), permission(f));
    }

    public static Invitation invitation(Fields f) {
        return new Invitation(f.number("id"), RepoName.parse(f.child("repository").text("full_name")), in(f, "inviter"),
                in(f, "invitee"), Permission.of(f.text("permissions")), f.time("created_at"), f.flag("expired", false));
    }
}
