package org.morphodepot.viewer.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.morphodepot.ui.Ids;
import org.morphodepot.viewer.SliceScene;
import org.morphodepot.viewer.session.Session;
import org.morphodepot.viewer.session.SessionListener;
import org.morphodepot.volume.Channel;
import org.morphodepot.volume.DatasetInfo.Choice;

/** The row over the slices of a scan with channels or times: a list for channels, a slider for what has many places. */
final class PlaceBar implements SessionListener {

    /** More places than this are a slider, unless they have names. */
    private static final int LISTED = 12;
    private static final int SLIDER = 220;
    private static final int SWATCH = 12;

    private final Session session;
    private final PlaceChange change;
    private final Composite row;
    private final Map<String, Runnable> shows = new LinkedHashMap<>();

    /** Only for a scan with choices. */
    PlaceBar(Composite parent, Session session, PlaceChange change) {
        this.session = session;
        this.change = change;
        row = new Composite(parent, SWT.NONE);
        List<Choice> choices = session.scan().choices();
        GridLayoutFactory.fillDefaults().numColumns(4 * choices.size() + 1).margins(8, 3).applyTo(row);
        for (Choice choice : choices) {
            new Label(row, SWT.NONE).setText(PlaceWords.name(choice) + ":");
            if (choice.count() <= LISTED || choice.isChannel()) {
                list(choice);
            } else {
                slider(choice);
            }
        }
        if (session.scan().channels().stream().anyMatch(PlaceBar::hasColour)) {
            colour();
        }
        session.addListener(this);
        row.addListener(SWT.Dispose, _ -> session.removeListener(this));
        show();
    }

    Composite control() {
        return row;
    }

    private void list(Choice choice) {
        List<Channel> channels = choice.isChannel() ? session.scan().channels() : List.of();
        Label swatch = new Label(row, SWT.NONE);
        swatch.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE);
        boolean coloured = channels.stream().anyMatch(PlaceBar::hasColour);
        GridDataFactory.swtDefaults().hint(SWATCH, SWATCH).exclude(!coloured).applyTo(swatch);
        swatch.setVisible(coloured);
        Combo combo = Ids.named("place-" + choice.name(), new Combo(row, SWT.READ_ONLY));
        for (int i = 0; i < choice.count(); i++) {
            combo.add(PlaceWords.place(choice, channels, i));
        }
        combo.setToolTipText(PlaceWords.toolTip(choice));
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        combo.addListener(SWT.Selection, _ -> change.to(with(choice, combo.getSelectionIndex())));
        shows.put(choice.name(), () -> {
            int place = place(choice);
            combo.select(place);
            if (place < channels.size() && channels.get(place).rgb().isPresent()) {
                int rgb = channels.get(place).rgb().getAsInt();
                swatch.setBackground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
            } else {
                swatch.setBackground(row.getBackground());
            }
        });
    }

    /** Whether drawing it in its colour is other than drawing it in grey. */
    private static boolean hasColour(Channel channel) {
        return channel.rgb().isPresent() && channel.rgb().getAsInt() != SliceScene.WHITE;
    }

    private void colour() {
        Button box = Ids.named("place-colour", new Button(row, SWT.CHECK));
        box.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); // the light theme would hide the tick on GTK
        box.setText("In colour");
        box.setToolTipText("Draws each channel in the colour that the file gives it;"
                + " grey shows faint things better");
        box.setSelection(session.view().coloured());
        box.addListener(SWT.Selection, _ -> {
            KeptPlaces.colour(box.getSelection());
            session.update(view -> view.withColoured(box.getSelection()));
        });
    }

    private void slider(Choice choice) {
        Scale scale = Ids.named("place-" + choice.name(), new Scale(row, SWT.HORIZONTAL));
        scale.setMaximum((int) Math.min(Integer.MAX_VALUE, choice.count() - 1));
        scale.setPageIncrement(Math.max(1, scale.getMaximum() / 10));
        scale.setToolTipText(PlaceWords.toolTip(choice));
        GridDataFactory.swtDefaults().hint(SLIDER, SWT.DEFAULT).applyTo(scale);
        Label number = new Label(row, SWT.NONE);
        GridDataFactory.swtDefaults().span(2, 1).hint(90, SWT.DEFAULT).applyTo(number);
        scale.addListener(SWT.Selection, _ -> change.to(with(choice, scale.getSelection())));
        shows.put(choice.name(), () -> {
            scale.setSelection(place(choice));
            number.setText(place(choice) + 1 + " / " + choice.count());
        });
    }

    private Map<String, Integer> with(Choice choice, int place) {
        Map<String, Integer> places = new TreeMap<>(change.wanted());
        places.put(choice.name(), place);
        return places;
    }

    private int place(Choice choice) {
        return session.scan().places().getOrDefault(choice.name(), 0);
    }

    @Override
    public void scanChanged() {
        if (!row.isDisposed()) {
            row.getDisplay().asyncExec(this::show);
        }
    }

    private void show() {
        if (!row.isDisposed()) {
            shows.values().forEach(Runnable::run);
        }
    }
}
