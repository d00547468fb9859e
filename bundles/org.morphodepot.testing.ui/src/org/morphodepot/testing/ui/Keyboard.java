package org.morphodepot.testing.ui;

/** The keyboard. Keys are X names such as {@code Return}, {@code ctrl+z}, {@code Escape}, {@code plus}. */
public final class Keyboard {

    /** Presses and releases a key, with modifiers in front of it. */
    public void press(String key) {
        Xdotool.run("key", "--clearmodifiers", key);
    }

    public void type(String text) {
        Xdotool.run("type", "--delay", "15", text);
    }

    /** Holds a modifier such as {@code ctrl} while {@code work} runs. */
    public void holding(String key, Runnable work) {
        Xdotool.run("keydown", key);
        try {
            work.run();
        } finally {
            Xdotool.run("keyup", key);
        }
    }
}
