package org.morphodepot.forge.internal.show;

import java.util.Map;
import java.util.TreeMap;

import org.morphodepot.forge.internal.http.Doc;

/** The many addresses in a repository's document. */
final class RepoUrls {

    private static final Map<String, String> SUFFIXES = new TreeMap<>();

    static {
        for (String plain : new String[] { "contributors", "deployments", "downloads", "events", "forks", "hooks", "languages",
                "merges", "stargazers", "subscribers", "subscription", "tags", "teams" }) {
            SUFFIXES.put(plain, "/" + plain);
        }
        SUFFIXES.put("archive", "/{archive_format}{/ref}");
        SUFFIXES.put("assignees", "/assignees{/user}");
        SUFFIXES.put("blobs", "/git/blobs{/sha}");
        SUFFIXES.put("branches", "/branches{/branch}");
        SUFFIXES.put("collaborators", "/collaborators{/collaborator}");
        SUFFIXES.put("comments", "/comments{/number}");
        SUFFIXES.put("commits", "/commits{/sha}");
        SUFFIXES.put("compare", "/compare/{base}...{head}");
        SUFFIXES.put("contents", "/contents/{+path}");
        SUFFIXES.put("git_commits", "/git/commits{/sha}");
        SUFFIXES.put("git_refs", "/git/refs{/sha}");
        SUFFIXES.put("git_tags", "/git/tags{/sha}");
        SUFFIXES.put("issue_comment", "/issues/comments{/number}");
        SUFFIXES.put("issue_events", "/issues/events{/number}");
        SUFFIXES.put("issues", "/issues{/number}");
        SUFFIXES.put("keys", "/keys{/key_id}");
        SUFFIXES.put("labels", "/labels{/name}");
        SUFFIXES.put("milestones", "/milestones{/number}");
        SUFFIXES.put("notifications", "/notifications{?since,all,participating}");
        SUFFIXES.put("pulls", "/pulls{/number}");
        SUFFIXES.put("releases", "/releases{/id}");
        SUFFIXES.put("statuses", "/statuses/{sha}");
        SUFFIXES.put("trees", "/git/trees{/sha}");
    }

    private RepoUrls() {
    }

    static void add(Doc doc, String url) {
        SUFFIXES.forEach((name, suffix) -> doc.put(name + "_url", url + suffix));
    }
}
