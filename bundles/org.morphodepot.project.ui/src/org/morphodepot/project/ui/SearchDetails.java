package org.morphodepot.project.ui;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.morphodepot.depot.Question;
import org.morphodepot.ui.Background;
import org.morphodepot.ui.Ids;
import org.morphodepot.volume.Progress;
import org.morphodepot.work.search.DepotCard;
import org.morphodepot.work.search.DepotFiles;
import org.morphodepot.work.search.DepotFiles.Picture;

/** What the chosen depot tells of itself, with its first pictures as soon as they are there. UI thread only. */
final class SearchDetails {

    private static final int WIDTH = 260;
    /** Room for the names of facts. */
    private static final int NAMES = 90;
    private static final long MOST_PIXELS = 16 << 20;
    private static final long PNG = 0x89504e470d0a1a0aL;

    private static final Map<String, Function<DepotCard, String>> FACTS = facts();

    private final ScrolledComposite scroller;
    private Optional<DepotCard> shown = Optional.empty();

    /** A picture that was checked and made small. */
    private record Thumbnail(ImageData data, String caption) {
    }

    SearchDetails(Composite parent) {
        scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroller.setExpandHorizontal(true);
        scroller.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(false, true).hint(WIDTH + 30, 80).exclude(true).applyTo(scroller);
        scroller.setVisible(false);
    }

    private static Map<String, Function<DepotCard, String>> facts() {
        Map<String, Function<DepotCard, String>> facts = new LinkedHashMap<>();
        facts.put("Species", DepotCard::species);
        facts.put("Modality", card -> card.answer(Question.MODALITY));
        facts.put("Shows", card -> card.answer(Question.CONTENTS));
        facts.put("Anatomy", card -> card.answer(Question.AREAS).replace("limg", "limb"));
        facts.put("Stage", card -> card.answer(Question.STAGE));
        facts.put("Sex", card -> card.answer(Question.SEX));
        facts.put("Contrast agent", card -> card.answer(Question.CONTRAST));
        facts.put("Specimen", card -> card.answer(Question.SPECIMEN_SOURCE));
        facts.put("Voxels", DepotCard::dimensions);
        facts.put("Voxel size", card -> card.spacing().isEmpty() ? "" : card.spacing() + " mm");
        facts.put("License", card -> card.answer(Question.LICENSE));
        facts.put("Kind", card -> card.tier().words());
        return facts;
    }

    void show(Optional<DepotCard> card, Optional<DepotFiles> files) {
        if (card.equals(shown)) {
            return;
        }
        shown = card;
        page(card, List.of());
        if (card.isPresent() && files.isPresent()) {
            Background.quietly("Pictures of " + card.get().repo(), progress -> small(files.get(), card.get(), progress), all -> {
                if (!scroller.isDisposed() && card.equals(shown) && !all.isEmpty()) {
                    page(card, all);
                }
            }, _ -> { });
        }
    }

    private static List<Thumbnail> small(DepotFiles files, DepotCard card, Progress progress) {
        List<Thumbnail> all = new ArrayList<>();
        for (Picture picture : files.pictures(card, progress)) {
            try {
                if (isModest(picture.bytes())) {
                    ImageData data = new ImageData(new ByteArrayInputStream(picture.bytes()));
                    int height = Math.clamp((long) data.height * WIDTH / data.width, 1, 2 * WIDTH);
                    all.add(new Thumbnail(data.scaledTo(WIDTH, height), picture.caption()));
                }
            } catch (SWTException _) {
                // No picture after all: nothing is shown.
            }
        }
        return all;
    }

    /** A PNG whose header tells a size that fits in memory: small files can unpack to huge pictures. */
    private static boolean isModest(byte[] bytes) {
        if (bytes.length < 24 || ByteBuffer.wrap(bytes).getLong() != PNG) {
            return false;
        }
        long width = ByteBuffer.wrap(bytes).getInt(16);
        long height = ByteBuffer.wrap(bytes).getInt(20);
        return width > 0 && height > 0 && width * height <= MOST_PIXELS;
    }

    /** Pictures come first: they tell most, and what is above needs no scrolling. Without a depot there is no page. */
    private void page(Optional<DepotCard> card, List<Thumbnail> thumbnails) {
        if (scroller.getContent() != null) {
            scroller.getContent().dispose();
        }
        Composite page = new Composite(scroller, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 3).margins(4, 2).applyTo(page);
        card.ifPresent(one -> name(page, one));
        thumbnails.forEach(thumbnail -> picture(page, thumbnail));
        card.ifPresent(one -> FACTS.forEach((words, of) -> fact(page, words, of.apply(one))));
        scroller.setContent(page);
        scroller.setMinHeight(page.computeSize(WIDTH + 10, SWT.DEFAULT).y);
        ((GridData) scroller.getLayoutData()).exclude = card.isEmpty();
        scroller.setVisible(card.isPresent());
        scroller.getParent().layout();
    }

    private static void picture(Composite page, Thumbnail thumbnail) {
        Image image = new Image(page.getDisplay(), thumbnail.data());
        Label label = Ids.named("search-picture", new Label(page, SWT.NONE));
        label.setImage(image);
        label.addDisposeListener(_ -> image.dispose());
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 4).applyTo(label);
        if (!thumbnail.caption().isEmpty()) {
            line(page, thumbnail.caption());
        }
    }

    private static void name(Composite page, DepotCard card) {
        line(page, card.repo().toString()).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    }

    /** A value under its name; nothing for what the depot does not tell. */
    private static void fact(Composite page, String words, String value) {
        if (!value.isEmpty()) {
            Label name = new Label(page, SWT.NONE);
            name.setText(words);
            GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
            Label label = new Label(page, SWT.WRAP);
            label.setText(value.replace("&", "&&"));
            GridDataFactory.fillDefaults().hint(WIDTH - NAMES, SWT.DEFAULT).applyTo(label);
        }
    }

    /** Strangers' ampersands are no shortcuts. */
    private static Label line(Composite page, String words) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }
}
