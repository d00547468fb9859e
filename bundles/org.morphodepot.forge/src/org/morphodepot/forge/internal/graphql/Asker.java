package org.morphodepot.forge.internal.graphql;

import org.morphodepot.forge.internal.http.Links;
import org.morphodepot.forge.internal.http.Problem;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Rights;
import org.morphodepot.forge.internal.show.Show;
import org.morphodepot.forge.internal.show.ShowIssue;
import org.morphodepot.forge.internal.state.Repo;

/** Who asks and where from. */
record Asker(Desk desk, String login, Links links) {

    String me() {
        if (login == null) {
            throw new Problem(401, "This endpoint requires you to be authenticated.");
        }
        return login;
    }

    Rights rights(Repo repo) {
        return desk.hub().rights(repo, login);
    }

    Show show() {
        return new Show(desk.hub(), links, login);
    }

    ShowIssue showIssue() {
        return new ShowIssue(show());
    }
}
