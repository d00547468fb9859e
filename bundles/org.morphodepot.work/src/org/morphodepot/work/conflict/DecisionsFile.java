package org.morphodepot.work.conflict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.morphodepot.git.CommitId;
import org.morphodepot.label.Segment;
import org.morphodepot.label.merge.MergeConflict;
import org.morphodepot.volume.VoxelBox;
import org.morphodepot.work.JsonFile;
import org.morphodepot.work.conflict.Conflict.Choice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Decisions on the disk, for one version of the other side. A place is known again by where it is and what it is about, not by
 * its number: saving while somebody decides, which takes over some of theirs, numbers the rest anew.
 */
record DecisionsFile(Path path) {

    /** Instead of decisions: all becomes as painted, which is in our versions after this one. */
    private static final String PAINTED_AFTER = "painted after";

    static DecisionsFile of(Path clone, CommitId theirs) {
        return new DecisionsFile(clone.resolve(".git/morphodepot/decisions-" + theirs.brief() + ".json"));
    }

    /** The decisions that concern these places, by their numbers. */
    Map<Integer, Choice> read(List<MergeConflict> places) throws IOException {
        JsonObject json = JsonFile.read(path).orElseGet(JsonObject::new);
        Map<Integer, Choice> decisions = new TreeMap<>();
        for (MergeConflict place : places) {
            choice(json.get(key(place))).ifPresent(choice -> decisions.put(place.number(), choice));
        }
        return decisions;
    }

    private static Optional<Choice> choice(JsonElement word) {
        return word == null || !word.isJsonPrimitive() ? Optional.empty() : switch (word.getAsString()) {
            case "MINE" -> Optional.of(Choice.MINE);
            case "THEIRS" -> Optional.of(Choice.THEIRS);
            default -> Optional.empty();
        };
    }

    /** Adds them to those of places that are not among these any more; what was painted is not taken then. */
    void write(List<MergeConflict> places, Map<Integer, Choice> decisions) throws IOException {
        JsonObject json = JsonFile.read(path).orElseGet(JsonObject::new);
        json.remove(PAINTED_AFTER);
        for (MergeConflict place : places) {
            Choice choice = decisions.get(place.number());
            if (choice != null) {
                json.addProperty(key(place), choice.name());
            }
        }
        JsonFile.write(path, json);
    }

    /** Whether a version of ours is what somebody painted and wants to be taken. */
    boolean isPainted(CommitId ours) throws IOException {
        JsonElement after = JsonFile.read(path).map(json -> json.get(PAINTED_AFTER)).orElse(null);
        return after != null && after.isJsonPrimitive() && !after.getAsString().equals(ours.hex());
    }

    /** @param last our last version without what was painted; empty when all of it is in a version */
    void writePainted(Optional<CommitId> last) throws IOException {
        JsonObject json = JsonFile.read(path).orElseGet(JsonObject::new);
        json.addProperty(PAINTED_AFTER, last.map(CommitId::hex).orElse(""));
        JsonFile.write(path, json);
    }

    private static String key(MergeConflict place) {
        VoxelBox box = place.box();
        return box.x0() + "," + box.y0() + "," + box.z0() + " to " + box.x1() + "," + box.y1() + "," + box.z1() + ": "
                + place.voxels() + " of " + id(place.base()) + " > " + id(place.ours()) + " | " + id(place.theirs());
    }

    private static String id(Optional<Segment> segment) {
        return segment.map(Segment::id).orElse("-");
    }
}
