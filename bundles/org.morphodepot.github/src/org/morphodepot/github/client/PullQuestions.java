package org.morphodepot.github.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.morphodepot.github.RepoName;

/** GraphQL about pull requests. Names go in as variables, never into the text. */
final class PullQuestions {

    static final int DEPOTS_PER_REQUEST = 50;

    private static final String PULL = """
            fragment P on PullRequest {
              id number title body state isDraft url createdAt updatedAt mergedAt headRefName headRefOid baseRefName
              author { login }
              headRepository { nameWithOwner }
              headRepositoryOwner { login }
              closingIssuesReferences(first: 5) { nodes { number } }
              latestOpinionatedReviews(first: 5) {
                nodes { databaseId state body submittedAt url author { login } commit { oid } }
              }
              repository { nameWithOwner repositoryTopics(first: 20) { nodes { topic { name } } } }
            }
            """;

    static final String MINE = """
            query MyPulls($after: String) {
              viewer {
                pullRequests(states: OPEN, first: 100, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
                  pageInfo { hasNextPage endCursor }
                  nodes { ...P }
                }
              }
            }
            """ + PULL;

    static final String READY = """
            mutation Ready($id: ID!) {
              markPullRequestReadyForReview(input: {pullRequestId: $id}) { pullRequest { ...P } }
            }
            """ + PULL;

    static final String DRAFT = """
            mutation Draft($id: ID!) {
              convertPullRequestToDraft(input: {pullRequestId: $id}) { pullRequest { ...P } }
            }
            """ + PULL;

    private PullQuestions() {
    }

    /** Open pull requests of {@code depots} repositories r0, r1, … */
    static String of(int depots) {
        StringBuilder names = new StringBuilder();
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < depots; i++) {
            names.append(i == 0 ? "" : ", ").append("$o").append(i).append(": String!, $n").append(i).append(": String!");
            questions.append("  r").append(i).append(": repository(owner: $o").append(i).append(", name: $n").append(i)
                    .append(") { pullRequests(states: OPEN, first: 50) { pageInfo { hasNextPage } nodes { ...P } } }\n");
        }
        return "query DepotPulls(" + names + ") {\n" + questions + "}\n" + PULL;
    }

    static Map<String, String> variables(List<RepoName> depots) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < depots.size(); i++) {
            variables.put("o" + i, depots.get(i).owner());
            variables.put("n" + i, depots.get(i).name());
        }
        return variables;
    }
}
