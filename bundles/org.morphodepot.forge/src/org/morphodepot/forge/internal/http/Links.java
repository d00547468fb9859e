package org.morphodepot.forge.internal.http;

/** Where things are for the one who asks: without a slash at the end. */
public record Links(String api, String web, String uploads, String graphql) {

    public String repo(String fullName) {
        return api + "/repos/" + fullName;
    }

    public String page(String fullName) {
        return web + "/" + fullName;
    }
}
