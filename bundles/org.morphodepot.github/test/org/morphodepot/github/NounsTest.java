package org.morphodepot.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, names and marks. */
class NounsTest {

    @ParameterizedTest
    @CsvSource({
        "github.com, https://github.com, https://api.github.com, https://api.github.com/graphql",
        "https://www.github.com/lab, https://github.com, https://api.github.com, https://api.github.com/graphql",
        "https://api.github.com, https://github.com, https://api.github.com, https://api.github.com/graphql",
        "git.example.org, https://git.example.org, https://git.example.org/api/v3, https://git.example.org/api/graphql",
        "https://lab.ghe.com/, https://lab.ghe.com, https://api.lab.ghe.com, https://api.lab.ghe.com/graphql",
        "http://127.0.0.1:8123, http://127.0.0.1:8123, http://127.0.0.1:8123, http://127.0.0.1:8123/graphql",
        "http://localhost:80/api/v3, http://localhost:80, http://localhost:80/api/v3, http://localhost:80/api/graphql",
        "http://github.localhost, http://github.localhost, http://api.github.localhost, http://api.github.localhost/graphql"})
    void forgeAddress_knowsItsInterfaces(String text, URI web, URI api, URI graphql) {
        assertEquals(new ForgeAddress(web, api, graphql), ForgeAddress.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://github.com", "ftp://github.com", "", "https://", "https://me:pw@github.com", "a b", "http://127.0.0.1.evil.org"})
    void forgeAddress_refuses(String text) {
        assertThrows(IllegalArgumentException.class, () -> ForgeAddress.of(text));
    }

    @Test
    void forgeAddress_trustsItsOwnHostsOnly() {
        assertTrue(ForgeAddress.GITHUB.trusts(URI.create("https://uploads.github.com/repos/x")));
        assertTrue(ForgeAddress.GITHUB.trusts(URI.create("https://api.github.com/x?page=2")));
        assertFalse(ForgeAddress.GITHUB.trusts(URI.create("http://api.github.com/x")));
        assertFalse(ForgeAddress.GITHUB.trusts(URI.create("https://api.github.com.evil.org/x")));
        assertFalse(ForgeAddress.GITHUB.trusts(URI.create("https://github.com:444/x")));
        assertFalse(ForgeAddress.GITHUB.trusts(URI.create("https://me@github.com/x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noslash", "a/b/c", "/b", "a/", "a/..", "../b", "a/b?c", "a b/c", "a/b\nc"})
    void repoName_refuses(String text) {
        assertThrows(IllegalArgumentException.class, () -> RepoName.of(text));
        assertEquals(Optional.empty(), RepoName.parse(text));
    }

    @Test
    void repoName_isEqualRegardlessOfCaseAndFoundInAddresses() {
        assertEquals(RepoName.of("Lab/Danio"), RepoName.of("lab/danio"));
        assertEquals(RepoName.of("Lab/Danio").hashCode(), RepoName.of("lab/danio").hashCode());
        assertEquals(Optional.of(RepoName.of("lab/danio.v2")), RepoName.inAddress("https://github.com/lab/danio.v2.git"));
        assertEquals(Optional.of(RepoName.of("lab/danio")), RepoName.inAddress("https://api.github.com/repos/lab/danio/issues/3"));
        assertEquals(Optional.of(RepoName.of("lab/danio")), RepoName.inAddress("https://h/api/v3/repos/lab/danio"));
        assertEquals(Optional.empty(), RepoName.inAddress("mailto:x"));
    }

    @Test
    void mark_isStampedOnceAndFoundAgain() {
        Mark mark = Mark.random();
        String text = mark.stamp("Please paint.");
        assertEquals(text, mark.stamp(text));
        assertTrue(mark.isIn(text) && !Mark.random().isIn(text));
        assertThrows(IllegalArgumentException.class, () -> new Mark("a-->b"));
    }

    @Test
    void scope_isAlsoGrantedByAWiderOne() {
        assertTrue(Scope.PUBLIC_REPO.isIn(Scope.words("repo, gist")));
        assertFalse(Scope.WORKFLOW.isIn(Set.of("repo")));
        assertEquals(Set.of(), Scope.words(" , "));
    }

    @Test
    void permissions_areOrdered() {
        assertEquals(Optional.of(Permission.PUSH), Permission.of("WRITE"));
        assertTrue(Permission.ADMIN.compareTo(Permission.MAINTAIN) > 0);
        assertEquals(Optional.empty(), Permission.of("custom role"));
    }
}
