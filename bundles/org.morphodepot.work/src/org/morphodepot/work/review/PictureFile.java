package org.morphodepot.work.review;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.github.RepoName;
import org.morphodepot.work.Account;
import org.morphodepot.work.Desk;
import org.morphodepot.work.project.DepotClone;

/**
 * Which contribution a file of {@link Review#picture} shows, told by where it lies: for editors that outlive a restart.
 *
 * @param pull number of the contribution
 */
public record PictureFile(RepoName depot, int pull) {

    private static final Pattern FOLDER = Pattern.compile("pull-(\\d{1,9})");
    private static final String NAME = "contribution-%d-%s.seg.nrrd";
    private static final Pattern FILE = Pattern.compile("contribution-(\\d{1,9})-[0-9a-f]{8}\\.seg\\.nrrd");

    /** Empty for every other file, and for pictures of other accounts. */
    public static Optional<PictureFile> of(Desk desk, Account account, Path file) {
        Path plain = file.toAbsolutePath().normalize();
        Path folder = plain.getParent();
        if (folder == null || folder.getParent() == null) {
            return Optional.empty();
        }
        Matcher pull = FOLDER.matcher(String.valueOf(folder.getFileName()));
        Matcher name = FILE.matcher(String.valueOf(plain.getFileName()));
        if (!pull.matches() || !name.matches() || !pull.group(1).equals(name.group(1))) {
            return Optional.empty();
        }
        int number = Integer.parseInt(pull.group(1));
        return DepotClone.depot(desk, account, folder.getParent()).map(depot -> new PictureFile(depot, number));
    }

    /** The name of the picture of a commit, beside the contribution's file. */
    static String name(int pull, String commit) {
        return NAME.formatted(pull, commit.substring(0, 8));
    }
}
