package org.morphodepot.github;

/**
 * A pull request to open.
 *
 * @param headOwner login of the owner of the fork, or of the depot itself
 * @param draft private repositories of free accounts cannot have drafts
 */
public record NewPull(String title, String body, String headOwner, String headBranch, String base, boolean draft) {

    /** The draft for an issue exactly as other programs expect it: title is the branch, the body closes the issue. */
    public static NewPull forIssue(int issue, String headOwner) {
        String branch = "issue-" + issue;
        return new NewPull(branch, "Fixes #" + issue, headOwner, branch, "main", true);
    }

    /** {@code owner:branch}. */
    public String head() {
        return headOwner + ":" + headBranch;
    }
}
