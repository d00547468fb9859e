package org.morphodepot.testing.ui;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Point;

/** The mouse, in screen coordinates. Buttons: 1 left, 2 middle, 3 right. */
public final class Pointer {

    /** Points sent between two places of a drag, so that a stroke looks like one of a hand. */
    private static final int STEPS = 8;

    public void move(int x, int y) {
        Xdotool.run("mousemove", "--sync", text(x), text(y));
    }

    public void click(int x, int y, int button) {
        Xdotool.run("mousemove", text(x), text(y), "sleep", "0.05", "click", text(button));
    }

    public void doubleClick(int x, int y) {
        Xdotool.run("mousemove", text(x), text(y), "sleep", "0.05", "click", "--repeat", "2", "--delay", "60", "1");
    }

    /** Presses at the first place, moves over the others, releases at the last. */
    public void drag(int button, Point... places) {
        List<String> words = new ArrayList<>();
        moveTo(words, places[0].x, places[0].y);
        words.addAll(List.of("mousedown", text(button)));
        for (int i = 1; i < places.length; i++) {
            for (int step = 1; step <= STEPS; step++) {
                moveTo(words, between(places[i - 1].x, places[i].x, step), between(places[i - 1].y, places[i].y, step));
            }
        }
        words.addAll(List.of("sleep", "0.05", "mouseup", text(button)));
        Xdotool.run(words);
    }

    /** Positive notches turn the wheel away from the user. */
    public void wheel(int x, int y, int notches) {
        Xdotool.run("mousemove", text(x), text(y), "sleep", "0.05", "click", "--repeat", text(Math.abs(notches)), "--delay",
                "30", notches > 0 ? "4" : "5");
    }

    private static int between(int from, int to, int step) {
        return from + (to - from) * step / STEPS;
    }

    private static void moveTo(List<String> words, int x, int y) {
        words.addAll(List.of("mousemove", text(x), text(y), "sleep", "0.015"));
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
