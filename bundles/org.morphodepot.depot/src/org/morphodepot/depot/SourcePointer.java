package org.morphodepot.depot;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VolumeException.Kind;

/**
 * Where the scan of a depot is: the one line of {@code source_volume}. Read it from {@code main}: release {@code v1} of
 * personal depots is older than it.
 *
 * @param text as written, without blanks around it
 */
public record SourcePointer(String text) {

    public static final String FILE = "source_volume";

    private static final String OLD_FILE = "master_volume";
    private static final int LARGEST = 8192;
    private static final Pattern UPSTREAM = Pattern.compile("[A-Za-z0-9_-]+/[A-Za-z0-9._-]+");

    public SourcePointer {
        text = text.strip();
    }

    /** From the depot's folder, also by the name of before 2025. */
    public static SourcePointer read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Path old = folder.resolve(OLD_FILE);
        boolean isOld = !Files.exists(file) && Files.exists(old);
        return new SourcePointer(DepotText.read(isOld ? old : file, LARGEST));
    }

    /** The pointer to an asset of a release of the depot itself, which survives a rename of the depot. */
    public static SourcePointer ofAsset(String tag, String asset) {
        return new SourcePointer("releases/download/" + tag + "/" + asset);
    }

    /** Without a line end, as the extension does. */
    public void write(Path folder) throws IOException {
        DepotText.write(folder.resolve(FILE), text);
    }

    public boolean isRelative() {
        return !text.contains("://");
    }

    /**
     * The scan's address. Relative pointers belong to the upstream depot: forks have no assets.
     *
     * @param web address of the forge for people, such as {@code https://github.com}
     * @param upstream {@code owner/name} of the depot that is not a fork
     * @throws VolumeException that says why the scan is not fetched: not https, a folder, or no address at all
     */
    public URI resolve(URI web, String upstream) throws VolumeException {
        if (!UPSTREAM.matcher(upstream).matches()) {
            throw new IllegalArgumentException("not owner/name: " + upstream);
        }
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("it names no address");
        }
        return isRelative() ? relative(web, upstream) : absolute();
    }

    private URI relative(URI web, String upstream) throws VolumeException {
        boolean escapes = text.startsWith("/") || text.contains("\\") || text.contains("?") || text.contains("#")
                || ("/" + text + "/").contains("/../") || text.toLowerCase(Locale.ROOT).contains("%2e");
        if (escapes) {
            throw refused("it leads out of the depot");
        }
        return file(uri(web + "/" + upstream + "/" + text.replace(" ", "%20")));
    }

    private URI absolute() throws VolumeException {
        URI uri = uri(text.replace(" ", "%20"));
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw refused("it does not start with https:// and others could read or change the scan on its way");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw refused("it is not the address of a file");
        }
        return file(uri);
    }

    private URI file(URI uri) throws VolumeException {
        if (uri.getPath() == null || uri.getPath().isEmpty() || uri.getPath().endsWith("/")) {
            throw refused("it names a folder instead of a file");
        }
        return uri;
    }

    private URI uri(String address) throws VolumeException {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw refused("it is not an address");
        }
    }

    private VolumeException refused(String why) {
        String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return new VolumeException(Kind.UNSUPPORTED, "The scan of this depot is not fetched from "
                + shown.replaceAll("\\p{Cntrl}", " ") + ": " + why + ". Ask the owner to correct the file " + FILE + ".");
    }

    @Override
    public String toString() {
        return text;
    }
}
