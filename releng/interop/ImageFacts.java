import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.morphodepot.volume.Address;
import org.morphodepot.volume.Dataset;
import org.morphodepot.volume.DatasetInfo;
import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.Progress;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.VoxelSize;
import org.morphodepot.volume.VoxelType;
import org.morphodepot.volume.Volumes;
import org.morphodepot.volume.Voxels;

/** Reads the files of a list with our readers and compares them with what other programs found in them. */
public final class ImageFacts {

    private static final Volumes VOLUMES = Volumes.fromClassPath();

    private final JsonObject expected;
    private final List<String> differences = new ArrayList<>();

    private ImageFacts(JsonObject expected) {
        this.expected = expected;
    }

    public static void main(String[] args) throws Exception {
        int wrong = 0;
        int all = 0;
        try (Reader in = Files.newBufferedReader(Path.of(args[0]))) {
            for (JsonElement file : JsonParser.parseReader(in).getAsJsonArray()) {
                ImageFacts facts = new ImageFacts(file.getAsJsonObject());
                facts.check();
                all++;
                if (!facts.differences.isEmpty()) {
                    wrong++;
                    System.out.println(facts.path() + ": " + String.join("; ", facts.differences));
                }
            }
        }
        System.out.println(all - wrong + " of " + all + " files read as by the programs that wrote them");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private String path() {
        return expected.get("path").getAsString();
    }

    private void check() throws Exception {
        try (Dataset dataset = VOLUMES.open(Address.of(path()))) {
            if (expected.has("refused")) {
                dataset.values((bytes, offset, length) -> { }, Progress.NONE);
                differences.add("was not refused");
            } else if (expected.has("readable")) {
                dataset.values((bytes, offset, length) -> { }, Progress.NONE);
            } else {
                compare(dataset);
            }
        } catch (VolumeException e) {
            boolean agreed = expected.has("readable") || expected.has("refused")
                    && e.getMessage().contains(expected.get("refused").getAsString());
            if (!agreed || e.getMessage().lines().count() != 1) {
                differences.add(e.getMessage());
            }
        }
    }

    private void compare(Dataset dataset) throws Exception {
        DatasetInfo info = dataset.info();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        double[] sum = new double[2];
        VoxelType type = VoxelType.of(info.type());
        dataset.values((bytes, offset, length) -> {
            digest.update(bytes, offset, length);
            byte[] copy = java.util.Arrays.copyOfRange(bytes, offset, offset + length);
            Voxels voxels = new Voxels(type, new VoxelSize(length / type.bytes(), 1, 1), copy);
            for (int i = 0; i < length / type.bytes(); i++) {
                sum[0] += voxels.value(i);
                sum[1]++;
            }
        }, Progress.NONE);
        same("size", info.size().toString(), expected.get("size").getAsJsonArray().toString());
        if (expected.has("type")) {
            same("type", info.type(), expected.get("type").getAsString());
        }
        if (expected.has("sha256")) {
            same("values", HexFormat.of().formatHex(digest.digest()), expected.get("sha256").getAsString());
        }
        near("mean", sum[0] / sum[1], 1e-6);
        near("near", sum[0] / sum[1], 0.02);
        geometry(info);
    }

    private void geometry(DatasetInfo info) {
        if (!expected.has("spacing")) {
            return;
        }
        if (expected.get("spacing").isJsonNull()) {
            same("spacing", info.geometry().map(g -> java.util.Arrays.toString(g.spacing())).orElse("none"), "none");
            return;
        }
        if (info.geometry().isEmpty()) {
            differences.add("no spacing");
            return;
        }
        Geometry geometry = info.geometry().get().inMillimetres();
        close("spacing", geometry.spacing());
        close("origin", geometry.origin());
        close("directions", geometry.directions());
    }

    private void same(String what, String found, String wanted) {
        if (!found.replace(" ", "").equals(wanted.replace(" ", ""))) {
            differences.add(what + " " + found + " instead of " + wanted);
        }
    }

    private void near(String key, double found, double tolerance) {
        if (expected.has(key)) {
            double wanted = expected.get(key).getAsDouble();
            if (!(Math.abs(found - wanted) <= tolerance * Math.max(1, Math.abs(wanted)))) {
                differences.add("mean " + found + " instead of " + wanted);
            }
        }
    }

    private void close(String key, double[] found) {
        if (!expected.has(key)) {
            return;
        }
        JsonArray wanted = expected.get(key).getAsJsonArray();
        for (int i = 0; i < found.length; i++) {
            if (!(Math.abs(found[i] - wanted.get(i).getAsDouble()) < 1e-5 * Math.max(1, Math.abs(found[i])))) {
                differences.add(key + " " + java.util.Arrays.toString(found) + " instead of " + wanted);
                return;
            }
        }
    }
}
