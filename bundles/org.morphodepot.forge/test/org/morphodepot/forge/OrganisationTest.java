package org.morphodepot.forge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/** A depot of an organisation: the director owns the organisation, robin and sam belong to it, olga does not. */
class OrganisationTest {

    private static final String REPO = "/repos/museum/practice-specimen";

    @TempDir
    Path folder;

    private Classroom room;

    @BeforeEach
    void open() throws Exception {
        room = new Classroom(folder, Knobs.quick());
        room.forge.organisation("museum", "Museum of Fishes", List.of("director"), List.of("robin", "sam"));
        room.outsider.post(room.repo() + "/transfer", "{\"new_owner\": \"museum\"}").is(403);
        room.director.post(room.repo() + "/transfer", "{\"new_owner\": \"museum\"}").is(202);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    private static List<String> logins(JsonArray people) {
        return Stream.of(people).flatMap(all -> all.asList().stream()).map(OrganisationTest::login).sorted().toList();
    }

    private static String login(JsonElement person) {
        return person.getAsJsonObject().get("login").getAsString();
    }

    private static boolean may(Api api, String what) throws Exception {
        return api.get(REPO).is(200).object().getAsJsonObject("permissions").get(what).getAsBoolean();
    }

    private void giveTeam(String login, String permission) throws Exception {
        room.director.post("/orgs/museum/teams", "{\"name\": \"" + login + "-team\"}").is(201);
        room.director.put("/orgs/museum/teams/" + login + "-team/memberships/" + login, "{}").is(200);
        room.director.put("/orgs/museum/teams/" + login + "-team" + REPO, "{\"permission\": \"" + permission + "\"}").is(204);
    }

    @Test
    void owner_isToldAsAnOrganisation() throws Exception {
        Api.Answer repo = room.nobody.get(REPO).is(200);
        assertEquals("Organization", repo.object().getAsJsonObject("owner").get("type").getAsString());
        assertEquals("museum", repo.object().getAsJsonObject("organization").get("login").getAsString());
        assertEquals("Museum of Fishes", room.nobody.get("/orgs/museum").is(200).text("name"));
        room.nobody.get("/orgs/director").is(404);
        room.nobody.get(room.repo()).is(404);
        String asked = room.sam.graphql("""
                { repository(owner: "museum", name: "practice-specimen") { isInOrganization
                    owner { __typename login ... on Organization { viewerIsAMember } } } }""").toString();
        assertTrue(asked.contains("\"__typename\":\"Organization\"") && asked.contains("\"viewerIsAMember\":true"), asked);
    }

    @Test
    void rights_comeFromOwnershipMembershipAndTeams() throws Exception {
        assertTrue(may(room.director, "admin"));
        assertEquals(List.of(false, false, true), List.of(may(room.robin, "push"), may(room.robin, "triage"),
                may(room.robin, "pull")));
        giveTeam("robin", "push");
        assertEquals(List.of(false, true), List.of(may(room.robin, "maintain"), may(room.robin, "push")));
        assertEquals(List.of(false, false), List.of(may(room.sam, "push"), may(room.outsider, "push")));
        room.director.ask("DELETE", "/orgs/museum/teams/robin-team" + REPO, null).is(204);
        assertEquals(false, may(room.robin, "push"));
        room.robin.put("/orgs/museum/teams/robin-team" + REPO, "{\"permission\": \"admin\"}").is(403);
    }

    @Test
    void privateRepository_isSeenByMembersOnly() throws Exception {
        room.director.patch(REPO, "{\"private\": true}").is(200);
        room.forge.organisation("museum", "Museum of Fishes", List.of("director"), List.of("robin"));
        room.director.ask("DELETE", REPO + "/collaborators/robin", null).is(204);
        room.director.ask("DELETE", REPO + "/collaborators/sam", null).is(204);
        room.robin.get(REPO).is(200);
        room.sam.get(REPO).is(404);
    }

    @Test
    void people_areOwnersMembersAndCollaborators() throws Exception {
        room.director.put(REPO + "/collaborators/olga", "{\"permission\": \"triage\"}").is(201);
        assertEquals(List.of("director", "robin", "sam"), logins(room.director.get(REPO + "/collaborators").array()));
        assertEquals(List.of("director", "robin", "sam"), logins(room.sam.get(REPO + "/assignees").array()));
        room.director.put(REPO + "/collaborators/robin", "{\"permission\": \"triage\"}").is(204);
        assertTrue(may(room.robin, "triage"), "members need no invitation");
    }

    @Test
    void members_seeTheRepositoriesAndOneAnother() throws Exception {
        assertEquals(List.of(), logins(room.outsider.get("/orgs/museum/members").array()));
        assertEquals(List.of("director", "robin", "sam"), logins(room.sam.get("/orgs/museum/members").array()));
        assertEquals("member", room.sam.get("/user/memberships/orgs/museum").is(200).text("role"));
        room.outsider.get("/user/memberships/orgs/museum").is(403);
        assertEquals(1, room.robin.get("/user/repos").array().size());
        assertEquals(0, room.outsider.get("/user/repos").array().size());
        assertEquals(0, room.robin.get("/user/repos?affiliation=owner").array().size());
        assertEquals(List.of("museum"), logins(room.robin.get("/user/orgs").array()));
    }

    @Test
    void repository_isMadeByMembersOnly() throws Exception {
        room.outsider.post("/orgs/museum/repos", "{\"name\": \"danio\"}").is(403);
        room.sam.post("/orgs/museum/repos", "{\"name\": \"danio\", \"auto_init\": true}").is(201);
        assertTrue(room.sam.get("/repos/museum/danio").object().getAsJsonObject("permissions").get("admin").getAsBoolean());
        assertEquals(2, room.nobody.get("/orgs/museum/repos").array().size());
    }

    @Test
    void organisation_isNobodyWhoSignsIn() throws Exception {
        assertTrue(room.forge.accounts().stream().noneMatch(one -> one.login().equals("museum")));
        assertThrows(IOException.class, () -> room.forge.account("museum", "M", "segmenter"));
        assertThrows(IOException.class, () -> room.forge.organisation("sam", "S", List.of(), List.of()));
    }

    @Test
    void organisation_survivesARestart() throws Exception {
        giveTeam("robin", "push");
        Path place = folder.resolve("forge");
        room.forge.close();
        try (Forge again = Forge.start(place, 0, Knobs.quick()); Api robin = new Api(again, room.account("robin"))) {
            assertTrue(may(robin, "push"));
        }
    }
}
