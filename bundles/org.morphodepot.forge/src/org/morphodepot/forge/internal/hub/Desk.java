package org.morphodepot.forge.internal.hub;

/** Everything that can be done, together. */
public record Desk(Hub hub, Issues issues, Pulls pulls, Merges merges, Reviews reviews, Repositories repositories,
        Organisations organisations, Leaving leaving) {

    public static Desk of(Hub hub) {
        Issues issues = new Issues(hub);
        Pulls pulls = new Pulls(hub, issues);
        Repositories repositories = new Repositories(hub);
        return new Desk(hub, issues, pulls, new Merges(hub, issues, pulls, repositories), new Reviews(hub), repositories,
                new Organisations(hub), new Leaving(hub, repositories));
    }
}
