package org.morphodepot.app.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.store.disk.DiskCache;
import org.morphodepot.volume.store.disk.UsualPlace;

/** Preferences &gt; Disk Cache: how much of remote scans is kept on this computer, where, and how much that is now. */
public final class CachePage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final double GIGABYTE = 1e9;

    private DiskCache cache;
    private Path folder;
    private Spinner most;
    private Text place;
    private Label used;
    private Button empty;

    @Override
    public void init(IWorkbench workbench) {
        cache = CacheSettings.cache();
        folder = CacheSettings.folder();
        setDescription("""
                What was fetched from servers is kept on this computer: the next opening is fast and needs no network for \
                what was seen. The cache may be emptied at any time.""");
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(area);
        new Label(area, SWT.NONE).setText("&At most (GB):");
        most = Ids.named("cache-most", new Spinner(area, SWT.BORDER));
        most.setDigits(1);
        most.setMaximum(1_000_000);
        most.setIncrement(10);
        most.setPageIncrement(100);
        most.setToolTipText("0 keeps nothing");
        GridDataFactory.swtDefaults().hint(70, SWT.DEFAULT).span(2, 1).applyTo(most);
        new Label(area, SWT.NONE).setText("Folder:");
        place = Ids.named("cache-folder", new Text(area, SWT.BORDER | SWT.READ_ONLY));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(place);
        Button choose = button(area, "cache-choose", "&Choose\u2026", this::choose);
        new Label(area, SWT.NONE).setText("Used:");
        used = Ids.named("cache-used", new Label(area, SWT.NONE));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(used);
        empty = button(area, "cache-empty", "&Empty", this::empty);
        most.setSelection(tenths(UsualPlace.isSaid() ? cache.budget() : CacheSettings.bytes()));
        most.addListener(SWT.Modify, _ -> look());
        boolean free = !UsualPlace.isSaid();
        most.setEnabled(free);
        choose.setEnabled(free);
        look();
        count();
        return area;
    }

    private static Button button(Composite area, String id, String name, Runnable action) {
        Button button = Ids.named(id, new Button(area, SWT.PUSH));
        button.setText(name);
        GridDataFactory.fillDefaults().applyTo(button);
        button.addListener(SWT.Selection, _ -> action.run());
        return button;
    }

    private static int tenths(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, Math.round(bytes / GIGABYTE * 10));
    }

    private long wanted() {
        return Math.round(most.getSelection() / 10.0 * GIGABYTE);
    }

    /** Says what the numbers mean. */
    private void look() {
        place.setText((UsualPlace.isSaid() ? cache.folder() : folder).toString());
        place.setToolTipText(place.getText());
        long disk = disk(folder);
        if (UsualPlace.isSaid()) {
            setMessage("The start of the program says where the cache is and how large (-Dmorphodepot.diskCache\u2026).",
                    IMessageProvider.INFORMATION);
        } else if (!folder.equals(cache.folder())) {
            setMessage("The new folder is used from the next start; then the former one is emptied.",
                    IMessageProvider.INFORMATION);
        } else if (wanted() > disk) {
            setMessage("The whole disk has " + gigabytes(disk) + ".", IMessageProvider.WARNING);
        } else if (wanted() == 0) {
            setMessage("Nothing is kept: each opening fetches everything again.", IMessageProvider.INFORMATION);
        } else {
            setMessage(null);
        }
    }

    private static long disk(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there == null ? 0 : Files.getFileStore(there).getTotalSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }

    private static String gigabytes(long bytes) {
        return bytes < 1e8 ? Math.round(bytes / 1e6) + " MB" : String.format(java.util.Locale.ROOT, "%.1f GB", bytes / GIGABYTE);
    }

    private void choose() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN);
        dialog.setText("Folder for the Disk Cache");
        dialog.setMessage("A folder \u201c" + CacheSettings.NAME + "\u201d is made in the one you choose");
        String chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        Path there = Path.of(chosen);
        if (!Files.isWritable(there)) {
            setErrorMessage("You may not write to " + there + "; choose another folder");
            return;
        }
        setErrorMessage(null);
        folder = there.endsWith(CacheSettings.NAME) ? there : there.resolve(CacheSettings.NAME);
        look();
    }

    private void count() {
        used.setText("counting\u2026");
        empty.setEnabled(false);
        Background.quietly("Counting the disk cache", _ -> cache.size(), this::show, this::failed);
    }

    private void show(long bytes) {
        if (!used.isDisposed()) {
            used.setText(bytes == 0 ? "nothing" : gigabytes(bytes));
            empty.setEnabled(bytes > 0);
        }
    }

    private void empty() {
        used.setText("emptying\u2026");
        empty.setEnabled(false);
        Background.quietly("Emptying the disk cache", _ -> {
            cache.empty();
            return cache.size();
        }, this::show, this::failed);
    }

    private void failed(IOException problem) {
        if (!used.isDisposed()) {
            setErrorMessage(problem.getMessage());
            count();
        }
    }

    @Override
    protected void performDefaults() {
        setErrorMessage(null);
        if (!UsualPlace.isSaid()) {
            folder = UsualPlace.folder();
            most.setSelection(tenths(UsualPlace.bytes(folder)));
        }
        look();
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        if (!UsualPlace.isSaid()) {
            boolean usual = most.getSelection() == tenths(UsualPlace.bytes(folder));
            CacheSettings.keep(usual ? Optional.empty() : Optional.of(wanted()),
                    folder.equals(UsualPlace.folder()) ? Optional.empty() : Optional.of(folder));
            if (tenths(cache.budget()) != most.getSelection()) {
                cache.budget(wanted());
            }
        }
        return true;
    }
}
