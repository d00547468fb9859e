package org.morphodepot.depot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.morphodepot.depot.TaskBlock.Finding;
import org.morphodepot.volume.VolumeException;

/** Finds and places task blocks in the text of an issue. */
final class TaskText {

    private static final String START = "<!-- morphodepot:task";
    private static final String END = "-->";
    private static final Pattern BLOCK = Pattern.compile(START + "(?=[\\s{])(.*?)" + END, Pattern.DOTALL);
    private static final Pattern BEGUN = Pattern.compile(START + "(?=[\\s{]|$)");
    private static final int LARGEST = 1 << 18;

    private TaskText() {
    }

    static Finding find(String body) {
        Matcher m = BLOCK.matcher(body);
        if (!m.find()) {
            return BEGUN.matcher(body).find() ? new Finding.Damaged("The task's hidden block has no end.") : new Finding.Plain();
        }
        String json = m.group(1).strip();
        if (m.find()) {
            return new Finding.Damaged("The issue has two hidden task blocks. Remove one of them on the web.");
        }
        try {
            return json.length() > LARGEST ? new Finding.Damaged("The task's hidden block is too large.")
                    : new Finding.Found(TaskJson.read(JsonText.parseObject(json, "The task's hidden block")));
        } catch (VolumeException e) {
            return new Finding.Damaged(e.getMessage());
        }
    }

    static String visible(String body) {
        return BLOCK.matcher(body).replaceAll("").stripTrailing();
    }

    static String put(String body, TaskBlock block) {
        String text = START + "\n" + safe(new JsonText(2, true, false, "").write(TaskJson.write(block))) + "\n" + END;
        Matcher m = BLOCK.matcher(body);
        if (m.find()) {
            String rest = BLOCK.matcher(body.substring(m.end())).replaceAll("");
            return body.substring(0, m.start()) + text + rest;
        }
        return body.isBlank() ? text : body.stripTrailing() + "\n\n" + text;
    }

    /** Nothing in a value may end the comment or look like markup. */
    private static String safe(String json) {
        return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "-\\u002d");
    }
}
