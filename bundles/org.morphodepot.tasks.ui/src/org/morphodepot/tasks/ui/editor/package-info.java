/**
 * The Task editor: what a task asks for, what was said about it, and what one can do with it. UI thread; what asks the forge
 * runs in jobs, and what is known is shown at once.
 */
package org.morphodepot.tasks.ui.editor;
