package org.morphodepot.label.tools;

import java.io.IOException;

import org.morphodepot.label.tool.BlockMask;
import org.morphodepot.label.tool.EditableArea;
import org.morphodepot.label.tool.ToolContext;
import org.morphodepot.volume.VoxelBox;

/** The part of a set that the mask rule lets tools change: what is masked also stops a region from growing through it. */
public final class EditableMask implements BlockMask {

    private final BlockMask mask;
    private final EditableArea area;

    public EditableMask(ToolContext context, BlockMask mask) {
        this.mask = mask;
        area = new EditableArea(context);
    }

    @Override
    public VoxelBox box() {
        return mask.box();
    }

    @Override
    public boolean read(int bx, int by, int bz, long[] bits) throws IOException {
        return mask.read(bx, by, bz, bits) && area.restrict(bx, by, bz, bits);
    }
}
