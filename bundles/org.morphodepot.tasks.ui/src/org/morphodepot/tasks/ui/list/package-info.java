/** The Task List: what there is to do, by depot or by when it is due. UI thread only, unless a class says otherwise. */
package org.morphodepot.tasks.ui.list;
