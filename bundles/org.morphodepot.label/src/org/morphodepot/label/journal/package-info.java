/**
 * The journal: every edit of a labelling is appended to a file while the user works, so that a crash loses nothing and
 * the history survives a restart. Start with {@link org.morphodepot.label.journal.LabelJournal}. The format is
 * described in {@code releng/docs/adr/0004-journal-format.md}.
 */
package org.morphodepot.label.journal;
