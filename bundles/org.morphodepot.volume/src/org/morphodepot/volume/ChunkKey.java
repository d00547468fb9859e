package org.morphodepot.volume;

/** The place of a chunk: level (0 is the finest) and position in the level's chunk grid. */
public record ChunkKey(int level, int x, int y, int z) {
}
