package org.morphodepot.forge.internal.rest;

import org.morphodepot.forge.internal.http.Call;
import org.morphodepot.forge.internal.hub.Desk;
import org.morphodepot.forge.internal.hub.Hub;
import org.morphodepot.forge.internal.show.Show;
import org.morphodepot.forge.internal.show.ShowCommit;
import org.morphodepot.forge.internal.show.ShowIssue;
import org.morphodepot.forge.internal.show.ShowRelease;
import org.morphodepot.forge.internal.state.Issue;
import org.morphodepot.forge.internal.state.Repo;

/** What all families of questions need. */
abstract class Routes {

    protected static final String REPO = "/repos/{owner}/{repo}";

    protected final Desk desk;
    protected final Hub hub;

    Routes(Desk desk) {
        this.desk = desk;
        hub = desk.hub();
    }

    /** The repository in the path, when the one who asks may see it. */
    protected Repo repo(Call call) {
        return hub.visible(call.part("owner"), call.part("repo"), call.login());
    }

    protected Issue issue(Call call, Repo repo) {
        return hub.issue(repo, call.number("number"));
    }

    protected Issue pull(Call call, Repo repo) {
        return hub.pull(repo, call.number("number"));
    }

    /** The repository, for one who may push to it. */
    protected Repo pushable(Call call) {
        Repo repo = repo(call);
        hub.needPush(repo, call.me());
        return repo;
    }

    /** The repository, for one who may change its settings. */
    protected Repo administered(Call call) {
        Repo repo = repo(call);
        hub.needAdmin(repo, call.me());
        return repo;
    }

    protected Show show(Call call) {
        return new Show(hub, call.links(), call.login());
    }

    protected ShowIssue showIssue(Call call) {
        return new ShowIssue(show(call));
    }

    protected ShowCommit showCommit(Call call) {
        return new ShowCommit(show(call));
    }

    protected ShowRelease showRelease(Call call) {
        return new ShowRelease(show(call));
    }
}
