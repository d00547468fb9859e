/**
 * Markdown of issues and comments as styled text: {@link org.morphodepot.tasks.ui.markdown.MarkdownReader} makes text and spans
 * without a toolkit, {@link org.morphodepot.tasks.ui.markdown.MarkdownLabel} shows them. HTML and remote pictures are not shown.
 */
package org.morphodepot.tasks.ui.markdown;
