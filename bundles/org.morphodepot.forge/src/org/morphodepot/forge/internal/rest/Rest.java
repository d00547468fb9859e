package org.morphodepot.forge.internal.rest;

import org.morphodepot.forge.internal.http.Limits;
import org.morphodepot.forge.internal.http.Router;
import org.morphodepot.forge.internal.hub.Desk;

/** All of the REST API. */
public final class Rest {

    private Rest() {
    }

    public static Router router(Desk desk, Limits limits) {
        Router router = new Router();
        new UserRoutes(desk, limits).add(router);
        new IssueRoutes(desk).add(router);
        new LabelRoutes(desk).add(router);
        new PullRoutes(desk).add(router);
        new ReviewRoutes(desk).add(router);
        new CollaboratorRoutes(desk).add(router);
        new CommitRoutes(desk).add(router);
        new ContentRoutes(desk).add(router);
        new ReleaseRoutes(desk).add(router);
        new SearchRoutes(desk).add(router);
        new OrganisationRoutes(desk).add(router);
        new TeamRoutes(desk).add(router);
        new RepoRoutes(desk).add(router);
        return router;
    }
}
