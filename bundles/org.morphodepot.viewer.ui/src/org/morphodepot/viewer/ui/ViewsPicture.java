package org.morphodepot.viewer.ui;

import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;

/** The slices as they are on the screen, as a picture for a comment or a talk. UI thread. */
final class ViewsPicture {

    private static final String SUFFIX = ".png";

    private ViewsPicture() {
    }

    /** Puts it on the clipboard, from where it is pasted into a comment on GitHub's page. */
    static void copy(VolumeEditor editor) {
        Clipboard clipboard = new Clipboard(editor.getSite().getShell().getDisplay());
        try {
            clipboard.setContents(new Object[] {of(editor.grid().control())}, new Transfer[] {ImageTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
        editor.getEditorSite().getActionBars().getStatusLineManager()
                .setMessage("The picture of the slices is on the clipboard.");
    }

    /** Asks for a PNG file and writes it. */
    static void save(VolumeEditor editor) {
        FileDialog dialog = new FileDialog(editor.getSite().getShell(), SWT.SAVE);
        dialog.setText("Save Picture");
        dialog.setFilterNames(new String[] {"Pictures (*" + SUFFIX + ")"});
        dialog.setFilterExtensions(new String[] {"*" + SUFFIX});
        dialog.setFileName("slices" + SUFFIX);
        dialog.setOverwrite(true);
        String typed = dialog.open();
        if (typed != null) {
            write(editor, Path.of(typed.toLowerCase(Locale.ROOT).endsWith(SUFFIX) ? typed : typed + SUFFIX));
        }
    }

    private static void write(VolumeEditor editor, Path file) {
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {of(editor.grid().control())};
        try {
            loader.save(file.toString(), SWT.IMAGE_PNG);
        } catch (SWTException e) {
            MessageDialog.openError(editor.getSite().getShell(), "Picture Not Saved",
                    file + " could not be written.\n\nChoose another folder, or see whether the disk is full.");
        }
    }

    private static ImageData of(Control views) {
        Point size = views.getSize();
        Image image = new Image(views.getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
        GC gc = new GC(image);
        try {
            views.print(gc);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
