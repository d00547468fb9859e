package org.morphodepot.viewer;

import java.util.List;
import java.util.Optional;

import org.morphodepot.volume.ChunkKey;

/**
 * What a renderer has to say about a picture.
 *
 * @param level the level that the zoom asks for
 * @param wanted chunks of the whole view that are missing, most wanted first; for {@code ChunkCache.want}
 * @param complete nothing is missing
 * @param failure why a chunk of the view is missing, if a store or decoder said so
 */
public record Rendering(int level, List<ChunkKey> wanted, boolean complete, Optional<Exception> failure) {
}
