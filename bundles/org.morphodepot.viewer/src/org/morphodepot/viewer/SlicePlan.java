package org.morphodepot.viewer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.morphodepot.volume.ChunkKey;
import org.morphodepot.volume.Level;
import org.morphodepot.volume.VoxelPoint;
import org.morphodepot.volume.cache.ChunkState;

/**
 * Decides which chunk fills which pixels: the finest chunk that is here and not finer than needed, and where none is, a
 * hole. On the way it collects what is missing.
 */
final class SlicePlan {

    private final SliceScene scene;
    private final List<Level> levels;
    private final int target;
    private final PixelAxis[] across;
    private final PixelAxis[] along;
    private final List<Patch> patches = new ArrayList<>();
    private final List<ScreenRect> holes = new ArrayList<>();
    /** Missing chunks with their squared distance from the middle of the view. */
    private final Map<ChunkKey, Double> missing = new LinkedHashMap<>();
    private Exception failure;

    SlicePlan(SliceScene scene) {
        this.scene = scene;
        levels = scene.volume().levels();
        target = scene.level();
        across = new PixelAxis[levels.size()];
        along = new PixelAxis[levels.size()];
        ViewTransform view = scene.transform();
        for (int level = target; level < levels.size(); level++) {
            across[level] = PixelAxis.of(view.width(), view::right, view.plane().right(), levels.getFirst(),
                    levels.get(level));
            along[level] = PixelAxis.of(view.height(), view::down, view.plane().down(), levels.getFirst(),
                    levels.get(level));
        }
        cover(new ScreenRect(0, 0, view.width(), view.height()), target);
    }

    List<Patch> patches() {
        return patches;
    }

    List<ScreenRect> holes() {
        return holes;
    }

    PixelAxis across(Level level) {
        return across[level.index()];
    }

    PixelAxis along(Level level) {
        return along[level.index()];
    }

    /** Nothing finer is needed than what is drawn. */
    boolean isComplete() {
        return missing.isEmpty();
    }

    Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * What to ask for: coarse levels first, so that a whole picture appears soon; in a level, from the middle outwards.
     */
    List<ChunkKey> wanted() {
        return missing.entrySet().stream()
                .filter(entry -> isWorthwhile(entry.getKey().level()))
                .sorted(Comparator.<Map.Entry<ChunkKey, Double>>comparingInt(entry -> -entry.getKey().level())
                        .thenComparingDouble(Map.Entry::getValue))
                .map(Map.Entry::getKey).toList();
    }

    /** Every other level on the way is left out: a step of four in size is soon followed by the next. */
    private boolean isWorthwhile(int level) {
        return level == levels.size() - 1 || (level - target) % 2 == 0;
    }

    ChunkKey key(Level level, int chunkAcross, int chunkAlong) {
        SlicePlane plane = scene.transform().plane();
        int slice = scene.slice(level) / level.chunk().get(plane.normal());
        VoxelPoint grid = new VoxelPoint(0, 0, 0).with(plane.normal(), slice).with(plane.right(), chunkAcross)
                .with(plane.down(), chunkAlong);
        return new ChunkKey(level.index(), grid.x(), grid.y(), grid.z());
    }

    private void cover(ScreenRect area, int index) {
        if (index == levels.size()) {
            holes.add(area);
            return;
        }
        Level level = levels.get(index);
        int chunkWidth = level.chunk().get(scene.transform().plane().right());
        int chunkHeight = level.chunk().get(scene.transform().plane().down());
        for (int y = area.y0(); y < area.y1();) {
            int yEnd = along[index].runEnd(y, area.y1(), chunkHeight);
            for (int x = area.x0(); x < area.x1();) {
                int xEnd = across[index].runEnd(x, area.x1(), chunkWidth);
                int column = across[index].chunk(x, chunkWidth);
                int row = along[index].chunk(y, chunkHeight);
                if (column >= 0 && row >= 0) {
                    cover(new ScreenRect(x, y, xEnd, yEnd), level, key(level, column, row));
                }
                x = xEnd;
            }
            y = yEnd;
        }
    }

    private void cover(ScreenRect area, Level level, ChunkKey key) {
        switch (scene.chunks().peek(key)) {
            case ChunkState.Ready ready -> patches.add(new Patch(area, level, ready.chunk()));
            case ChunkState.Failed failed -> {
                failure = failed.cause();
                miss(area, level, key);
            }
            case ChunkState.Loading _, ChunkState.Absent _ -> miss(area, level, key);
        }
    }

    private void miss(ScreenRect area, Level level, ChunkKey key) {
        missing.merge(key, distance(area), Math::min);
        cover(area, level.index() + 1);
    }

    private double distance(ScreenRect area) {
        double dx = (area.x0() + area.x1() - scene.transform().width()) / 2.0;
        double dy = (area.y0() + area.y1() - scene.transform().height()) / 2.0;
        return dx * dx + dy * dy;
    }
}
