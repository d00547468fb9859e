/**
 * The view Transfers and the dialog behind File &gt; Copy Files…. The work is done by
 * {@link org.morphodepot.transfer.Transfers}; here it is shown and started. UI thread.
 */
package org.morphodepot.transfer.ui;
